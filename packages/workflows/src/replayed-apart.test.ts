import { describe, expect, it } from "vitest";
import { apps } from "../scripts/graph/apps.ts";
import { operationsAppId } from "./operations/client.ts";
import { keyOfOneReplay, unlessReplayed } from "./replayed-apart.ts";

/** What may make two runs one, or drop one. */
const merging = ["debounce", "singleton", "rateLimit", "idempotency"] as const;

/** A run of an operations function is no dead letter, and so never replayed. */
const replayable = apps.filter(({ id }) => id !== operationsAppId).flatMap(({ functions }) => functions);
const ownKey = keyOfOneReplay("");

const settings = replayable.flatMap(({ opts }) =>
  merging.flatMap((name) => (opts[name] === undefined ? [] : [{ id: opts.id, name, setting: opts[name] }])),
);
const batches = replayable.flatMap(({ opts: { id, batchEvents } }) =>
  batchEvents ? [{ id, batchEvents }] : [],
);

describe("a replay is merged with no other run", () => {
  it.each(settings)("by the $name of $id", ({ setting }) => {
    const key = typeof setting === "string" ? setting : setting?.key;
    expect(key, "write its key as keyOfOneReplay(…)").toEqual(expect.stringContaining(ownKey));
  });

  it.each(batches)("by the batches of $id", ({ batchEvents }) => {
    expect(batchEvents.if, "write `if: unlessReplayed`").toBe(unlessReplayed);
  });

  it("where functions have such settings", () => {
    expect(settings.map(({ id }) => id)).toContain("sync-product-data");
    expect(batches.map(({ id }) => id)).toContain("track-analytics");
  });
});
