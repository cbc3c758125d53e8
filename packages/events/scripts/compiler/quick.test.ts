import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { catalogues } from "../../src/catalogues.ts";
import { browserEvent } from "../../src/internal/compiled/browser-event.ts";
import { fits } from "../../src/internal/compiled/open-quick-checks.ts";
import type { EventDefinition } from "../../src/internal/define-event.ts";
import type { CreateOptions, EventToSend } from "../../src/internal/event.ts";
import { valuesOf } from "../../src/internal/schemas/arbitrary.ts";
import { toJsonSchema } from "../../src/internal/schemas/json-schema.ts";
import { applyChange, changesWith, isBranch, oddAndSmall } from "../../src/internal/testing/mutations.ts";
import { findUnstorable } from "../../src/internal/unstorable.ts";
import { orderCreated } from "../../src/mohallamart/order-created.ts";
import { tenOceanCatalogue } from "../../src/ten-ocean.ts";
import { evaluateQuick } from "./evaluate.ts";
import { browserModule } from "./module.ts";
import { compileQuick } from "./quick.ts";
import { rules } from "./rules.ts";
import { isAlwaysSmall } from "./size.ts";

const values = Number(process.env.EVENT_COMPILED_VALUES ?? 300);
const events = catalogues.flatMap(({ definitions }) =>
  definitions.map((definition) => ({ event: definition.event, definition })),
);
const occurredAt = "2026-11-01T00:00:00.000Z";

function quickOf(schema: z.core.$ZodType) {
  return evaluateQuick(compileQuick(schema, rules));
}

/** What is taken is what zod makes of it, to the order of fields; what is refused says nothing. */
function expectSound(schema: z.core.$ZodType, quick: ReturnType<typeof quickOf>, data: unknown): boolean {
  const taken = quick(data);
  if (taken === undefined) return false;
  const { success, data: parsed } = z.core.safeParse(schema, data);
  expect({ data, success }).toEqual({ data, success: true });
  expect(JSON.stringify(taken)).toBe(JSON.stringify(parsed));
  expect(findUnstorable(parsed)).toBeUndefined();
  return true;
}

describe("quick checks take only what zod takes, and make the same of it", () => {
  it.each(events)("$event", { timeout: 600_000 }, ({ definition: { schema } }) => {
    const quick = quickOf(schema);
    let taken = 0;
    const property = fc.property(
      valuesOf(toJsonSchema(schema, "input")),
      changesWith(oddAndSmall),
      fc.integer({ min: 0, max: 9 }),
      (value, steps, dice) => {
        const data = structuredClone(value);
        if (isBranch(data) && dice > 3) for (const step of steps) applyChange(data, step);
        if (expectSound(schema, quick, data)) taken += 1;
      },
    );
    fc.assert(property, { numRuns: values, seed: 5 });
    expect(taken).toBeGreaterThan(0);
  });
});

const edges: [string, z.core.$ZodType, unknown[], unknown[]][] = [
  [
    "lengths in code points",
    z.string().min(2).max(3),
    ["ab", "😀b"],
    ["😀", "abcd", ["a", "b"], { length: 2 }],
  ],
  ["what no database stores", z.string().max(9), ["a"], ["\0", "\ud800"]],
  ["whole numbers", z.int().min(1).max(9), [1, 9], [0, 10, 1.5, "1", Number.NaN, 2 ** 60]],
  ["open limits", z.number().gt(1), [1.5], [1, Number.POSITIVE_INFINITY, Number.NaN]],
  [
    "timestamps",
    z.iso.datetime({ precision: 3 }),
    ["2026-02-28T23:59:59.999Z", "2024-02-29T00:00:00.000Z"],
    ["2026-02-29T00:00:00.000Z", "2026-11-01T24:00:00.000Z", "+010000-01-01T00:00:00.000Z"],
  ],
  ["trimmed texts", z.string().trim().min(1), [" a "], [" ", 1]],
  ["null", z.string().min(1).nullable(), [null, "a"], ["", undefined]],
  [
    "lists with holes",
    z.array(z.string()).max(3),
    [["a"], []],
    [new Array(2), ["a", undefined], "a", { length: 0 }],
  ],
  [
    "objects",
    z.object({ a: z.string().optional(), b: z.int() }),
    [{ b: 1 }, { b: 1, a: "a", c: 2 }, { a: undefined, b: 1 }],
    [{}, { b: "1" }, [], null, { a: null, b: 1 }],
  ],
  [
    "options of different types",
    z.union([z.string().max(3), z.int(), z.null()]),
    ["a", 1, null],
    ["abcd", 1.5, true, {}],
  ],
  [
    "records",
    z.record(z.string().min(1), z.int()),
    [{ a: 1 }, {}],
    [{ "": 1 }, { a: "1" }, [1], new Map(), JSON.parse('{"__proto__":1}'), { [Symbol("s")]: 1 }],
  ],
];

it.each(edges)("%s", (_, schema, taken, left) => {
  const quick = quickOf(schema);
  for (const value of taken)
    expect({ value, taken: expectSound(schema, quick, value) }).toEqual({ value, taken: true });
  for (const value of left) expect({ value, result: quick(value) }).toEqual({ value, result: undefined });
});

it.each<[string, z.core.$ZodType]>([
  ["options that share a type", z.union([z.string().max(2), z.string().trim()])],
  ["a check before a trim", z.string().min(3).trim()],
  ["a rule that is written in place", z.string().refine(() => true)],
  ["what it does not know", z.date()],
])("leaves to the contract: %s", (_, schema) => {
  expect(compileQuick(schema, rules).code).toContain("unsure");
});

function browserOf<Event extends EventDefinition>({ event, version, key, revision, schema, create }: Event) {
  let fetched = 0;
  const about = { event, version, key: key && [...key, ...(revision ? [revision] : [])] };
  const emitter = browserEvent<Event>(
    { ...about, ...(isAlwaysSmall(schema) ? {} : { fits }) },
    quickOf(schema),
    async () => {
      fetched += 1;
      return { create };
    },
  );
  return { emitter, fetched: () => fetched };
}

function outbox() {
  const sent: (EventToSend | EventToSend[])[] = [];
  const send = async (event: EventToSend | EventToSend[]) => ({ ids: [String(sent.push(event))] });
  return { sent, client: { send } };
}

describe("an event in a browser", () => {
  it.each(events)(
    "$event sends its examples without the whole contract, as its definition makes them",
    async ({ definition }) => {
      const { emitter, fetched } = browserOf(definition);
      const { sent, client } = outbox();
      const cause = { id: "evt_1", data: { correlationId: "first" } };
      for (const example of definition.examples) {
        const data = { ...example, occurredAt };
        await emitter.emit(client, data, { cause });
        expect(sent.at(-1)).toEqual(definition.create(data, { cause }));
      }
      expect(fetched()).toBe(0);
    },
  );

  const order = { ...orderCreated.examples[0], occurredAt };

  it.each<[string, object, CreateOptions]>([
    ["wrong data", { ...order, total: -1 }, {}],
    ["a wrong time", order, { ts: 1.5 }],
    ["an id that is too long", order, { id: "x".repeat(1_001) }],
  ])("has the contract refuse %s, in its words, and sends nothing", async (_, data, options) => {
    const { emitter, fetched } = browserOf(orderCreated);
    const { sent, client } = outbox();
    const refused = emitter.emit(client, Object(data), options);
    await expect(refused).rejects.toThrow(messageOf(() => orderCreated.create(Object(data), options)));
    expect({ sent, fetched: fetched() }).toEqual({ sent: [], fetched: 1 });
  });

  it("sends an id and a time of the sender's own", async () => {
    const { emitter } = browserOf(orderCreated);
    const { sent, client } = outbox();
    const options = { id: "mine", ts: 1_800_000_000_000 };
    await emitter.emit(client, order, options);
    expect(sent).toEqual([orderCreated.create(order, options)]);
  });

  it("has the contract measure what may be too large", async () => {
    const route = tenOceanCatalogue.get("notification/route");
    const row = Object.fromEntries(
      Array.from({ length: 100 }, (__, index) => [`n${index}`, "x".repeat(1_900)]),
    );
    const { emitter, fetched } = browserOf(route);
    const large = { ...route.examples[0], occurredAt, data: { a: [row], b: [row] } };
    await expect(emitter.emit(outbox().client, Object(large))).rejects.toThrow("262144 are allowed");
    expect(fetched()).toBe(1);
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("It throws nothing.");
}

it("the module of an event fetches its contract, and imports neither it nor zod", () => {
  const { path, code, declarations } = browserModule("mohallamart", orderCreated);
  expect(path).toBe("browser/mohallamart/order-created");
  expect(code).toContain('import("../../compiled/mohallamart/order-created.js")');
  expect(code).not.toMatch(/zod|from "[^"]*(?:checks|report|compiled-event)\.js"(?<!quick-checks\.js")/);
  expect(declarations).toContain("export declare const orderCreated: BrowserEvent<typeof definition>;");
});
