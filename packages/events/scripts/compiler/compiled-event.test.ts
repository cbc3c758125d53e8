import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/catalogues.ts";
import { compiledEvent } from "../../src/internal/compiled/compiled-event.ts";
import type { EventDefinition } from "../../src/internal/define-event.ts";
import type { CreateOptions, EventToSend } from "../../src/internal/event.ts";
import { tooLarge } from "../../src/internal/event-size.ts";
import { InvalidEventError } from "../../src/internal/invalid-event-error.ts";
import { orderCreated } from "../../src/mohallamart/order-created.ts";
import { orderUpdated } from "../../src/mohallamart/order-updated.ts";
import { tenOceanCatalogue } from "../../src/ten-ocean.ts";
import { compile } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import { compiledModule } from "./module.ts";
import { rules } from "./rules.ts";
import { isAlwaysSmall } from "./size.ts";

type Create = (data: unknown, options?: CreateOptions) => EventToSend;

function compiled<Event extends EventDefinition>({ event, version, key, revision, schema }: Event) {
  const about = { event, version, key: key && [...key, ...(revision ? [revision] : [])] };
  const size = isAlwaysSmall(schema) ? {} : { tooLarge };
  return compiledEvent<Event>({ ...about, ...size }, evaluate(compile(event, schema, rules)));
}

/** Guarantee: none; callers without types send anything. */
function createOf(event: { create: unknown }): Create {
  return event.create as Create;
}

function nested(levels: number): unknown {
  let data: unknown = "core";
  for (let level = 0; level < levels; level++) data = { inner: data };
  return data;
}

/** What comes of it: the event, or the error as whoever catches it sees it. */
function outcome(create: Create, data: unknown, options?: CreateOptions): unknown {
  try {
    return create(data, options);
  } catch (error) {
    if (!InvalidEventError.isInstance(error)) throw error;
    const { message, issues, unnamed, event, version } = error;
    return { message, issues, unnamed, event, version };
  }
}

const occurredAt = "2026-11-01T00:00:00.000Z";
const order = { ...orderCreated.examples[0], occurredAt };
const options: CreateOptions[] = [
  {},
  { id: "mine", ts: 1_800_000_000_000 },
  { id: "" },
  { ts: 1.5 },
  { cause: { id: "evt_1", data: { correlationId: "first" } } },
  { cause: { id: "evt_1" } },
  { id: "x".repeat(1_000) },
  { id: "x".repeat(1_001) },
];

describe("a compiled event", () => {
  it.each(
    catalogues.flatMap(({ definitions }) =>
      definitions.map((definition) => [definition.event, definition] as const),
    ),
  )("%s creates what its definition creates, of every example and option", (_, definition) => {
    const [one, other] = [createOf(compiled(definition)), createOf(definition)];
    for (const example of definition.examples) {
      for (const each of options) {
        const data = { ...example, occurredAt };
        expect(outcome(one, data, each)).toEqual(outcome(other, data, each));
      }
    }
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["unknown keys", { ...order, extra: 1 }],
    ["unknown keys as deep as is allowed", { ...order, extra: nested(99) }],
    [
      "eighty wrong items",
      { ...order, items: Array.from({ length: 80 }, () => ({ productId: "", quantity: 0 })) },
    ],
    ["a text that cannot be stored", { ...order, correlationId: "\ud800" }],
    ["a broken rule", { ...order, payment: "prepaid" }],
    ["a text that cannot be stored beside something wrong", { ...order, correlationId: "\0", total: -1 }],
  ])("refuses as its definition does, and accepts as it does: %s", (_, data) => {
    const [one, other] = [createOf(compiled(orderCreated)), createOf(orderCreated)];
    expect(outcome(one, data)).toEqual(outcome(other, data));
  });

  it("leaves unknown keys out unread, also those whose depth its definition refuses", () => {
    const containsItself: { self?: unknown } = {};
    containsItself.self = containsItself;
    const create = createOf(compiled(orderCreated));
    for (const extra of [nested(100), nested(5_000), containsItself]) {
      expect(() => createOf(orderCreated)({ ...order, extra })).toThrow("nested deeper than 100 levels");
      expect(create({ ...order, extra })).toEqual(create(order));
    }
  });

  it("of more than 256 KB is refused with the same count of bytes", () => {
    const route = tenOceanCatalogue.get("notification/route");
    const rows = Array.from({ length: 100 }, (__, row) => [`n${row}`, "x".repeat(1_900)]);
    const data = { first: Object.fromEntries(rows), second: Object.fromEntries(rows) };
    const large = { ...route.examples[0], occurredAt, data: { a: [data.first], b: [data.second] } };
    const answer = outcome(createOf(compiled(route)), large);
    expect(answer).toEqual(outcome(createOf(route), large));
    expect(answer).toMatchObject({
      issues: [{ reason: expect.stringContaining("bytes, and 262144 are allowed") }],
    });
  });

  it("quotes no key that a sender made up", () => {
    const send = tenOceanCatalogue.get("notification/email.send");
    const data = { ...send.examples[0], occurredAt, data: { "asha@example.com": { deep: 1 } } };
    const answer = outcome(createOf(compiled(send)), data);
    expect(answer).toEqual(outcome(createOf(send), data));
    expect(JSON.stringify(answer)).not.toContain("asha");
    expect(answer).toMatchObject({ issues: [{ path: "data[key]" }] });
  });

  it("emits through a client, and sends nothing that is wrong", async () => {
    const sent: unknown[] = [];
    const client = {
      async send(event: EventToSend | EventToSend[]) {
        sent.push(event);
        return { ids: ["1"] };
      },
    };
    const { emit } = compiled(orderUpdated);
    expect(await emit(client, { orderId: "ord_1", status: "packed", occurredAt })).toEqual({ ids: ["1"] });
    await expect(emit(client, { orderId: "1", status: "packed" })).rejects.toThrow("orderId: Expected an id");
    expect(sent).toEqual([orderUpdated.create({ orderId: "ord_1", status: "packed", occurredAt })]);
  });
});

it("the module of an event imports no zod, and says in its types what the definition says", () => {
  const { path, code, declarations } = compiledModule("mohallamart", orderCreated);
  expect(path).toBe("compiled/mohallamart/order-created");
  expect(code).not.toMatch(/zod/);
  expect(code).toContain("export const orderCreated = /* @__PURE__ */ compiledEvent(");
  expect(declarations).toContain("export declare const orderCreated: CompiledEvent<typeof definition>;");
});
