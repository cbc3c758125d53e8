import fc from "fast-check";
import { expect, it } from "vitest";
import { catalogues } from "../catalogues.ts";
import type { EventDefinition } from "./define-event.ts";
import { InvalidEventError } from "./invalid-event-error.ts";
import { createRedactor } from "./redaction.ts";

const definitions: EventDefinition[] = catalogues.flatMap((catalogue) => [...catalogue.definitions]);
const redact = createRedactor(...catalogues);
/** Whatever somebody sends, an error of it fits in a log line. */
const longestMessage = 8_000;
const runs = Number(process.env.EVENT_MUTATIONS ?? 10_000);

function nested(levels: number): unknown {
  let data: unknown = "core";
  for (let level = 0; level < levels; level++) data = level % 2 === 0 ? { inner: data } : [data];
  return data;
}

const containsItself: { self?: unknown; other?: unknown } = {};
containsItself.self = containsItself;
containsItself.other = [containsItself, containsItself];

/** Rarely, because each of them takes as long as a thousand others. */
const large = fc.constantFrom<unknown[]>(
  nested(5_000),
  "x".repeat(300_000),
  Array.from({ length: 5_000 }, () => ({})),
);

const small = fc.constantFrom<unknown[]>(
  undefined,
  null,
  "",
  Number.NaN,
  -0,
  1e300,
  8.64e15 + 1,
  1n,
  Symbol("s"),
  () => 1,
  new Date(Number.NaN),
  new Map([[1, 2]]),
  nested(50),
  containsItself,
  "\ud800",
  JSON.parse('{"__proto__":{"constructor":1}}'),
  Object.create(null),
  {
    toJSON() {
      throw new Error("no JSON");
    },
  },
);

const odd = fc.oneof(
  { weight: 1, arbitrary: large },
  { weight: 60, arbitrary: small },
  { weight: 20, arbitrary: fc.anything({ maxDepth: 1, maxKeys: 2 }) },
);

interface Change {
  /** Where: followed through the data, each modulo the number of keys there. */
  path: number[];
  kind: "replace" | "remove" | "rename";
  value: unknown;
}

const changes = fc.array(
  fc.record<Change>({
    path: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom("replace", "replace", "remove", "rename"),
    value: odd,
  }),
  { maxLength: 4 },
);

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function applyChange(data: Record<string, unknown>, { path, kind, value }: Change): void {
  let parent = data;
  let key = "";
  for (const [position, step] of path.entries()) {
    const keys = Object.keys(parent);
    key = keys[step % Math.max(keys.length, 1)] ?? "added";
    const next = parent[key];
    if (position === path.length - 1 || !isBranch(next)) break;
    parent = next;
  }
  if (Object.isFrozen(parent)) return;
  const before = parent[key];
  if (kind !== "replace") delete parent[key];
  if (kind === "replace") parent[key] = value;
  if (kind === "rename") parent[typeof value === "string" ? value : "__proto__x"] = before;
}

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

it("throws InvalidEventError and nothing else, whatever an event is made of", { timeout: 120_000 }, () => {
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
