import fc from "fast-check";
import { expect, it } from "vitest";
import { catalogues } from "../catalogues.ts";
import type { EventDefinition } from "./define-event.ts";
import { InvalidEventError } from "./invalid-event-error.ts";
import { createRedactor } from "./redaction.ts";
import { applyChange, changesWith, isBranch, odd } from "./testing/mutations.ts";

const definitions: EventDefinition[] = catalogues.flatMap((catalogue) => [...catalogue.definitions]);
const redact = createRedactor(...catalogues);
/** Whatever somebody sends, an error of it fits in a log line. */
const longestMessage = 8_000;
const runs = Number(process.env.EVENT_MUTATIONS ?? 10_000);

const changes = changesWith(odd);

function refusalOf(run: () => unknown): InvalidEventError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (InvalidEventError.isInstance(error)) return error;
    throw error;
  }
}

const time = fc.constantFrom(undefined, 0, -1, 8.64e15 + 1, Number.NaN, Infinity, 1_800_000_000_000);

it("throws InvalidEventError and nothing else, whatever an event is made of", {
  timeout: 60_000 + 3 * runs,
}, () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(1), changes, odd, time, (which, example, steps, whole, ts) => {
      const definition = definitions[which % definitions.length] ?? definitions[0];
      if (!definition) throw new Error("there is no event.");
      const data = structuredClone(definition.examples[example] ?? {});
      if (isBranch(data)) for (const step of steps) applyChange(data, step);
      const given = steps.length === 4 ? whole : data;
      const v = which % 3 === 0 ? definition.version : which % 3 === 1 ? undefined : "2000-01-01.01";
      const refusals = [
        refusalOf(() => create(definition, given, ts)),
        refusalOf(() => receive(definition, { data: given, v, ...(ts === undefined ? {} : { ts }) })),
      ];
      for (const refusal of refusals) expect(refusal?.message.length ?? 0).toBeLessThan(longestMessage);
      redact(definition.event, given);
      redact("inngest/function.failed", { event: { name: definition.event, data: given }, events: given });
    }),
    { numRuns: runs, seed: 1 },
  );
});

/** Guarantee: none; callers without types send anything. */
function create(definition: EventDefinition, data: unknown, ts: number | undefined): unknown {
  return definition.create(data as Parameters<EventDefinition["create"]>[0], ts === undefined ? {} : { ts });
}

function receive(definition: EventDefinition, raw: unknown): unknown {
  return definition.receive(raw as Parameters<EventDefinition["receive"]>[0]);
}

it.each([null, undefined, "text", 1])("refuses %s in place of an event", (raw) => {
  for (const definition of definitions) expect(refusalOf(() => receive(definition, raw))).toBeDefined();
});

it("names 20 issues at most, and says how many more there are", () => {
  const list = definitions.find(({ event }) => event === "order.created");
  if (!list) throw new Error("there is no order.created.");
  const items = Array.from({ length: 80 }, () => ({ productId: "", quantity: 0 }));
  const refusal = refusalOf(() => create(list, { ...list.examples[0], items }, undefined));
  expect(refusal?.issues).toHaveLength(20);
  expect(refusal?.message).toContain(`and ${refusal?.unnamed} more`);
  expect(refusal?.unnamed).toBeGreaterThan(0);
});
