import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { UnknownEventError } from "./catalogue.ts";
import type { EventDefinition } from "./define-event.ts";
import { mohallaMartCatalogue } from "./mohallamart/catalogue.ts";
import { createMohallaMartEvents } from "./mohallamart/emitters.ts";
import { orderCreated } from "./mohallamart/order-created.ts";
import type { PreviousVersion } from "./previous-version.ts";
import { acceptedValues } from "./schemas/sample.ts";
import { tenOceanCatalogue } from "./ten-ocean/catalogue.ts";
import { eventRsvpChanged } from "./ten-ocean/event-rsvp-changed.ts";
import { userRegistered } from "./ten-ocean/user-registered.ts";

const definitions: readonly EventDefinition[] = [
  ...mohallaMartCatalogue.definitions,
  ...tenOceanCatalogue.definitions,
];

describe("the catalogues hold exactly the events of the product documents", () => {
  test("MohallaMart", () => {
    expect(mohallaMartCatalogue.definitions.map(({ event }) => event)).toEqual([
      ...["user.created", "user.updated", "user.deleted"],
      ...["order.created", "order.updated", "order.cancelled"],
      ...["product.created", "product.updated", "product.outOfStock"],
      ...["notification.send", "analytics.track", "shopkeeper.applied", "shopkeeper.approved"],
      ...["search.index", "cleanup.expiredSessions", "cleanup.oldLogs"],
    ]);
    expect(new Set(mohallaMartCatalogue.definitions.map(({ category }) => category)).size).toBe(8);
  });

  test("10 Ocean", () => {
    expect(tenOceanCatalogue.definitions.map(({ event }) => event)).toEqual([
      ...["user/registered", "user/verified", "user/rejected", "user/profile.updated", "user/status.changed"],
      ...["notification/email.send", "notification/push.send", "notification/digest.generate"],
      ...["event/created", "event/updated", "event/reminder", "event/rsvp.changed"],
      ...["maintenance/request.created", "maintenance/request.assigned"],
      ...["maintenance/request.updated", "maintenance/request.resolved"],
      ...["forum/topic.created", "forum/post.created", "forum/mention"],
    ]);
    expect(new Set(tenOceanCatalogue.definitions.map(({ category }) => category)).size).toBe(5);
  });

  test("under the emitters' names of the documents", () => {
    const events = createMohallaMartEvents({ send: async () => ({ ids: [] }) });
    expect(Object.keys(events).sort()).toEqual(
      [
        ...["userEvents", "orderEvents", "productEvents", "notificationEvents", "analyticsEvents"],
        ...["shopkeeperEvents", "searchEvents", "cleanupEvents", "emitMany"],
      ].sort(),
    );
  });

  test("an unknown name is refused with the names there are", () => {
    expect(() => mohallaMartCatalogue.get("order.placed" as never)).toThrow(UnknownEventError);
    expect(() => mohallaMartCatalogue.get("order.placed" as never)).toThrow("order.created");
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

  test.each([
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
    test("has examples that its own schema accepts unchanged", () => {
      for (const example of definition.examples) {
        expect(definition.create(example as never).data).toEqual({
          ...example,
          occurredAt: expect.any(String),
        });
      }
    });

    test("numbers its versions in order", () => {
      const versions = [definition.version, ...previousOf(definition).map(({ version }) => version)];
      for (const version of versions) expect(version).toMatch(/^\d{4}-\d{2}-\d{2}\.\d{2}$/);
      expect([...versions].sort().reverse()).toEqual(versions);
    });

    test("keeps what was sent when it is received", () => {
      fc.assert(
        fc.property(acceptedValues(definition.schema), (data) => {
          const sent = definition.create(data as never);
          expect(definition.receive(sent)).toEqual(sent.data);
        }),
        { numRuns: 30, seed: 1 },
      );
    });

    test("survives JSON", () => {
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

const versioned = definitions.flatMap((definition) =>
  previousOf(definition).map(
    (previous) => [definition.event, previous.version, definition, previous] as const,
  ),
);

describe("upcasters", () => {
  test("exist in both catalogues", () => {
    expect(versioned.map(([event]) => event)).toEqual([
      "order.created",
      "user/registered",
      "event/rsvp.changed",
    ]);
  });

  test.each(versioned)(
    "%s: all that %s accepts parses as the latest version",
    (_, version, definition, previous) => {
      fc.assert(
        fc.property(acceptedValues(previous.schema), (data) => {
          const received = definition.receive({ v: version, data });
          expect(definition.schema.safeParse(received).success).toBe(true);
          expect(definition.receive({ data: received, v: definition.version })).toEqual(received);
        }),
        { numRuns: 200, seed: 3 },
      );
    },
  );

  test("compute: an order's total comes from its lines, in paise", () => {
    const line = (productId: string, quantity: number, price: number) => ({ productId, quantity, price });
    const items = [line("prod_1", 3, 19.99), line("prod_2", 1, 0.1), line("prod_3", 7, 0.7)];
    const order = { orderId: "ord_1", userId: "user_1", shopId: "shop_1", items };
    expect(orderCreated.receive({ v: "2026-10-01.01", ts: 0, data: order }).total).toBe(64.97);
  });

  test("compute: a resident's names come from the full name", () => {
    const names = (fullName: string) => {
      const data = { userId: "user_1", email: "a@example.com", fullName };
      const { firstName, lastName } = userRegistered.receive({ v: "2026-10-01.01", ts: 0, data });
      return [firstName, lastName];
    };
    expect(names("Maya Fernandes")).toEqual(["Maya", "Fernandes"]);
    expect(names(" Asha  Devi Rao ")).toEqual(["Asha", "Devi Rao"]);
    expect(names("Suresh")).toEqual(["Suresh", ""]);
  });

  test("compute: an answer's seats come from its guests", () => {
    const answer = (attending: boolean, guests: number) => {
      const data = { eventId: "evt_1", userId: "user_1", attending, guests };
      const { response, seats } = eventRsvpChanged.receive({ v: "2026-10-01.01", ts: 0, data });
      return [response, seats];
    };
    expect(answer(true, 2)).toEqual(["going", 3]);
    expect(answer(false, 2)).toEqual(["declined", 0]);
  });
});

function previousOf(definition: EventDefinition): PreviousVersion[] {
  const versions: PreviousVersion[] = [];
  for (let previous = definition.previous; previous; previous = previous.previous) versions.push(previous);
  return versions;
}

test("every definition's data stays an object schema, so that exports can describe it", () => {
  for (const { schema } of definitions) expect(schema).toBeInstanceOf(z.ZodObject);
});
