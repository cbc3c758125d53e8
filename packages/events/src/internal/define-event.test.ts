import { describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { analyticsTrack } from "../mohallamart/analytics-track.ts";
import { orderCreated } from "../mohallamart/order-created.ts";
import { orderUpdated } from "../mohallamart/order-updated.ts";
import { productOutOfStock } from "../mohallamart/product-out-of-stock.ts";
import { userCreated } from "../mohallamart/user-created.ts";
import { storable } from "../text.ts";
import { defineCatalogue } from "./catalogue.ts";
import { defineEvent } from "./define-event.ts";
import { defineOwnEvent } from "./define-own-event.ts";
import { InvalidEventError } from "./invalid-event-error.ts";
import { previousVersion } from "./previous-version.ts";

const base = { category: "test", owner: "tests", kind: "fact", summary: "For tests." } as const;

function errorOf(run: () => unknown): InvalidEventError {
  try {
    run();
  } catch (error) {
    if (InvalidEventError.isInstance(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("a definition", () => {
  it.each([
    "",
    " order",
    "order..created",
    "order.",
    "../order",
    "inngest/x",
    "order created",
    "ö",
    "a".repeat(129),
  ])("is refused with the name %j, before the engine refuses each event of it", (name) => {
    const contract = { version: "2026-11-01.01", data: z.object({}), examples: [{}, {}] } as const;
    const howToName = "Name it as order.created";
    expect(() => defineOwnEvent({ ...base, ...contract, name })).toThrow(howToName);
    const events = { event: defineEvent({ ...base, ...contract, name }) };
    expect(() => defineCatalogue({ name: "t", title: "T", description: "T.", events })).toThrow(howToName);
  });
});

describe("create", () => {
  it("sends the parsed value: trimmed, without unknown keys, with v and the derived id", () => {
    const data = { userId: "user_1", email: " a@example.com ", name: " Asha ", unknown: true };
    expect(userCreated.create(data)).toEqual({
      name: "user.created",
      id: "user.created:user_1",
      v: userCreated.version,
      data: { userId: "user_1", email: "a@example.com", name: "Asha", occurredAt: expect.any(String) },
    });
  });

  it("adds the revision to the id, so that two updates of one order are two events", () => {
    const ids = (["packed", "shipped"] as const).map(
      (status) => orderUpdated.create({ orderId: "ord_1", status }).id,
    );
    expect(ids).toEqual(["order.updated:ord_1:packed", "order.updated:ord_1:shipped"]);
  });

  it("leaves the id out where the event has no business key, and takes the caller's", () => {
    const data = { productId: "prod_1", shopId: "shop_1", lastStock: 0 };
    expect(productOutOfStock.create(data)).not.toHaveProperty("id");
    const ts = Date.parse("2026-12-01T00:00:00.000Z");
    expect(productOutOfStock.create(data, { id: "row-1", ts })).toMatchObject({ id: "row-1", ts });
  });

  it("takes an empty id for none, of the event and of its cause", () => {
    const data = { productId: "prod_1", shopId: "shop_1", lastStock: 0 };
    expect(productOutOfStock.create(data, { id: "" })).not.toHaveProperty("id");
    const { id, data: caused } = orderUpdated.create(
      { orderId: "ord_1", status: "packed" },
      { id: "", cause: { id: "", data: {} } },
    );
    expect(id).toBe("order.updated:ord_1:packed");
    expect(caused).not.toMatchObject({ causationId: expect.anything() });
    expect(caused).not.toMatchObject({ correlationId: expect.anything() });
  });

  it.each([5, Date.UTC(1979, 11, 31), Date.UTC(2100, 0, 2), 1_793_491_200_000.5, Number.NaN])(
    "refuses the ts %d, which Inngest would refuse",
    (ts) => {
      const create = () => orderUpdated.create({ orderId: "ord_1", status: "packed" }, { ts });
      expect(errorOf(create).message).toContain("between 1980 and 2100");
    },
  );

  it("says that it occurred now, even when ts delays the run", () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-05T10:00:00.000Z") });
    const later = Date.parse("2026-12-01T00:00:00.000Z");
    const event = orderUpdated.create({ orderId: "ord_1", status: "packed" }, { ts: later });
    expect(event).toMatchObject({ ts: later, data: { occurredAt: "2026-11-05T10:00:00.000Z" } });
    vi.useRealTimers();
  });

  it("carries correlation and causation from event to event", () => {
    const first = orderCreated.create(orderCreated.examples[0]);
    const second = orderUpdated.create({ orderId: "ord_456", status: "packed" }, { cause: first });
    const third = productOutOfStock.create(
      { productId: "prod_1", shopId: "shop_1", lastStock: 0 },
      { cause: second },
    );
    expect(second.data).toMatchObject({ correlationId: first.id, causationId: first.id });
    expect(third.data).toMatchObject({ correlationId: first.id, causationId: second.id });
    expect(first.data).not.toHaveProperty("correlationId");
  });

  it("refuses wrong data with every path and reason, and no values", () => {
    const data = {
      ...orderCreated.examples[0],
      userId: "my-secret",
      items: [{ productId: "prod_1", quantity: 0 }],
    };
    const error = errorOf(() => orderCreated.create(data));
    expect(error).toMatchObject({ event: "order.created", version: orderCreated.version });
    expect(error.issues.map(({ path }) => path)).toEqual(["userId", "items[0].quantity"]);
    expect(error.message).not.toContain("my-secret");
  });

  it.each(["\0", "\ud83c", "\udf45 later"])("refuses the text %j, which not every database takes", (text) => {
    const [example] = analyticsTrack.examples;
    const track = (properties: Record<string, string | number>) =>
      analyticsTrack.create({ ...example, properties });
    const refusals = [
      () => track({ query: text }),
      () => track({ [text]: 1 }),
      () => analyticsTrack.receive({ data: { ...track({}).data, properties: { query: text } } }),
    ];
    for (const refusal of refusals) {
      const [issue] = errorOf(refusal).issues;
      expect(issue?.path).toMatch(/^properties/);
      expect(issue?.path).not.toContain(text);
      expect(issue?.reason).toContain("`storable` of @org/events/text");
    }
    expect(track({ query: storable(text) })).toBeDefined();
  });

  it.each([19.99, 0, 1250, 0.07])("accepts %d rupees", (total) => {
    expect(() => orderCreated.create({ ...orderCreated.examples[0], total })).not.toThrow();
  });

  it.each([19.999, 0.1 + 0.7, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e11])(
    "refuses %d rupees",
    (total) => {
      expect(errorOf(() => orderCreated.create({ ...orderCreated.examples[0], total })).issues).toMatchObject(
        [{ path: "total" }],
      );
    },
  );

  it("keeps rules that span fields", () => {
    const { paymentId: _, ...unpaid } = orderCreated.examples[1];
    expect(errorOf(() => orderCreated.create(unpaid)).issues).toMatchObject([{ path: "paymentId" }]);
  });

  it("refuses an event over 256 KB", () => {
    const large = defineEvent({
      ...base,
      name: "large",
      version: "2026-11-01.01",
      data: z.object({ text: z.string() }),
      examples: [{ text: "a" }, { text: "b" }],
    });
    expect(() => large.create({ text: "€".repeat(87_000) })).not.toThrow();
    expect(errorOf(() => large.create({ text: "€".repeat(88_000) })).message).toContain("262144");
  });
});

describe("receive", () => {
  const first = previousVersion({
    version: "2026-09-01.01",
    data: z.object({ cents: z.int() }),
    upcast: ({ cents }) => ({ amount: cents / 100 }),
  });
  const second = previousVersion({
    version: "2026-10-01.01",
    data: z.object({ amount: z.number() }),
    previous: first,
    upcast: ({ amount }) => ({ net: amount, gross: amount * 2 }),
  });
  const paid = defineEvent({
    ...base,
    name: "paid",
    version: "2026-11-01.01",
    data: z.object({ net: z.number(), gross: z.number().max(100) }),
    examples: [
      { net: 1, gross: 2 },
      { net: 2, gross: 4 },
    ],
    previous: second,
  });
  const ts = Date.parse("2026-11-01T00:00:00.000Z");
  const occurredAt = "2026-10-02T00:00:00.000Z";

  it.each([
    ["2026-09-01.01", { cents: 150 }, { net: 1.5, gross: 3 }],
    ["2026-10-01.01", { amount: 2 }, { net: 2, gross: 4 }],
    ["2026-11-01.01", { net: 1, gross: 9 }, { net: 1, gross: 9 }],
    [undefined, { cents: 150 }, { net: 1.5, gross: 3 }],
    ["", { amount: 2 }, { net: 2, gross: 4 }],
    ["2027-01-01.01", { net: 1, gross: 9, added: true }, { net: 1, gross: 9 }],
  ])("reads version %s as the latest", (v, data, expected) => {
    expect(paid.receive({ v, ts, data })).toEqual({ ...expected, occurredAt: "2026-11-01T00:00:00.000Z" });
  });

  it("carries the standard fields through upcasters", () => {
    const data = { cents: 100, occurredAt, correlationId: "c", causationId: "d" };
    expect(paid.receive({ v: "2026-09-01.01", ts, data })).toEqual({
      net: 1,
      gross: 2,
      occurredAt,
      correlationId: "c",
      causationId: "d",
    });
  });

  it("names the version whose contract was broken", () => {
    const version = (raw: { v?: string; data: unknown }) =>
      errorOf(() => paid.receive({ ts, ...raw })).version;
    expect(version({ v: "2026-09-01.01", data: { cents: 1.5 } })).toBe("2026-09-01.01");
    expect(version({ v: "2026-10-01.01", data: { amount: 51 } })).toBe("2026-11-01.01");
    expect(version({ data: { nothing: true } })).toBe("2026-11-01.01");
  });

  it.each([null, "text", 3, []])("refuses %j as data", (data) => {
    expect(() => paid.receive({ data, ts })).toThrow(InvalidEventError);
  });

  it("says which version the reader lacks, and takes what a later sender wrote for no older version", () => {
    const data = { cents: 150, added: true };
    const { issues } = errorOf(() => paid.receive({ v: "2027-01-01.01", ts, data }));
    expect(issues[0]).toEqual({
      path: "",
      reason: "sent by 2027-01-01.01, this reader knows up to 2026-11-01.01: update @org/events",
    });
    expect(issues.slice(1).map(({ path }) => path)).toEqual(["net", "gross"]);
  });

  it.each(["2026-09-01.01", "2026-11-01.01", "asha@example.com", "9999", "", undefined])(
    "says so of no event that version %j did not write later",
    (v) => {
      const { message } = errorOf(() => paid.receive({ v, ts, data: { nothing: true } }));
      expect(message).not.toMatch(/sent by|asha/);
    },
  );
});
