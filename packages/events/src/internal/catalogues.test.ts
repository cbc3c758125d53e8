import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { catalogues } from "../catalogues.ts";
import { createMohallaMartEvents, mohallaMartCatalogue, orderCreated } from "../mohallamart.ts";
import { defineCatalogue, UnknownEventError } from "./catalogue.ts";
import { defineEvent } from "./define-event.ts";
import { readableVersions } from "./release/release.ts";
import { acceptedValues } from "./schemas/sample.ts";
import { documentedEvents } from "./testing/documented-events.ts";

const definitions = catalogues.flatMap((catalogue) => catalogue.definitions);

describe.each(Object.entries(documentedEvents))("the catalogue %s", (name, documented) => {
  const catalogue = catalogues.find((candidate) => candidate.name === name);

  it.each(Object.entries(documented))("has the documents' %s as %s", (event, emitter) => {
    const [group = "", verb = ""] = emitter.split(".");
    const definition = catalogue?.find(event);
    expect(definition).toMatchObject({ event });
    expect(catalogue).toHaveProperty(["groups", group, verb], definition);
  });
});

describe("a catalogue", () => {
  it("an unknown name is refused with the names there are", () => {
    expect(() => mohallaMartCatalogue.get("order.placed" as never)).toThrow(UnknownEventError);
    expect(() => mohallaMartCatalogue.get("order.placed" as never)).toThrow("order.created");
  });

  const listing = (...names: string[]) => {
    const description = { version: "2026-11-01.01", owner: "o", kind: "fact", summary: "s" } as const;
    const contract = { data: z.object({}), examples: [{}, {}] } as const;
    const define = (name: string, place: number) =>
      defineEvent({ ...description, ...contract, name, category: `category${place}` });
    const events = Object.fromEntries(names.map((name, place) => [`event${place}`, define(name, place)]));
    return () => defineCatalogue({ name: "shop", title: "Shop", description: "For tests.", events });
  };

  it.each(["order.created", "event/rsvp.changed", "a", "order.v2-done", "product.outOfStock"])(
    "takes the name %s",
    (name) => expect(listing(name)().find(name)?.event).toBe(name),
  );

  it.each([
    ["order.created", "order/created"],
    ["order.outOfStock", "order.out-of-stock"],
    ["shop.order", "order"],
  ])("refuses %s beside %s, which would be one file", (one, other) => {
    expect(listing(one, other)).toThrow(/would be one file order.* Rename one of them\.$/);
  });
});

/** The documents' own calls, with the parts they leave out filled in. */
describe("what the MohallaMart document emits is accepted", () => {
  const sent: string[] = [];
  const events = createMohallaMartEvents({
    async send(payload) {
      sent.push(...[payload].flat().map(({ name }) => name));
      return { ids: [] };
    },
  });
  const at = "2026-11-03T10:15:00.000Z";
  const searched = {
    query: "organic vegetables",
    resultsCount: 12,
    clickedProduct: "prod_101",
    convertedToOrder: true,
  };

  it.each([
    () => events.userEvents.created({ userId: "user_123", email: "customer@example.com", name: "John Doe" }),
    () => events.orderEvents.created(orderCreated.examples[0]),
    () => events.productEvents.outOfStock({ productId: "prod_101", shopId: "shop_789", lastStock: 0 }),
    () =>
      events.notificationEvents.send({
        userId: "user_123",
        type: "order.delivered",
        channels: ["push", "sms"],
        data: { orderId: "ord_456", deliveredAt: at },
      }),
    () =>
      events.analyticsEvents.track({ userId: "user_123", event: "search.converted", properties: searched }),
    () =>
      events.shopkeeperEvents.approved({
        shopkeeperId: "sk_999",
        shopId: "shop_789",
        approvedBy: "admin_001",
      }),
    () =>
      events.searchEvents.index({
        productId: "prod_101",
        name: "Organic Tomatoes",
        category: "Vegetables",
        price: 60.0,
        shopId: "shop_789",
      }),
    () => events.cleanupEvents.expiredSessions({ olderThan: "7d" }),
  ])("call %#", async (emit) => {
    const before = sent.length;
    await emit();
    expect(sent.length).toBe(before + 1);
  });
});

describe.each(definitions.map((definition) => [definition.event, definition] as const))(
  "%s",
  (_, definition) => {
    it("has examples that its own schema accepts unchanged", () => {
      for (const example of definition.examples) {
        expect(definition.create(example as never).data).toEqual({
          ...example,
          occurredAt: expect.any(String),
        });
      }
    });

    it("numbers its versions in order", () => {
      const versions = [definition, ...readableVersions(definition)].map(({ version }) => version);
      for (const version of versions) expect(version).toMatch(/^\d{4}-\d{2}-\d{2}\.\d{2}$/);
      expect([...versions].sort().reverse()).toEqual(versions);
    });

    it("keeps what was sent when it is received", () => {
      fc.assert(
        fc.property(acceptedValues(definition.schema), (data) => {
          const sent = definition.create(data as never);
          expect(definition.receive(sent)).toEqual(sent.data);
        }),
        { numRuns: 30, seed: 1 },
      );
    });

    it("survives JSON", () => {
      fc.assert(
        fc.property(acceptedValues(definition.schema), (data) => {
          const sent = definition.create(data as never);
          expect(JSON.parse(JSON.stringify(sent))).toEqual(sent);
        }),
        { numRuns: 30, seed: 2 },
      );
    });
  },
);

it("every definition's data stays an object schema, so that exports can describe it", () => {
  for (const { schema } of definitions) expect(schema).toBeInstanceOf(z.ZodObject);
});
