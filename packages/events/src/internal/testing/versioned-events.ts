import * as z from "zod";
import { orderId, orderItem, productId, quantity, shopId } from "../../mohallamart/fields.ts";
import { toPaise, toRupees } from "../../money.ts";
import { eventId } from "../../ten-ocean/fields.ts";
import { defineCatalogue } from "../catalogue.ts";
import { defineEvent } from "../define-event.ts";
import { rupees } from "../fields/amounts.ts";
import { userId } from "../fields/ids.ts";
import { emailAddress, personName } from "../fields/person.ts";
import { personal } from "../personal-data.ts";
import { previousVersion } from "../previous-version.ts";

/** The version that every event here had before. */
export const earlierVersion = "2026-10-01.01";

const earlier = { version: earlierVersion, sunset: "2027-03-31" } as const;
const described = { version: "2026-11-01.01", owner: "tests", kind: "fact" } as const;

/** The real event's name and fields, as if the total had been the receiver's to compute. */
export const orderCreated = defineEvent({
  ...described,
  name: "order.created",
  category: "order",
  summary: "A customer placed an order.",
  key: ["orderId"],
  data: z.object({ orderId, userId, shopId, items: z.array(orderItem).min(1).max(200), total: rupees }),
  examples: [
    {
      orderId: "ord_456",
      userId: "user_123",
      shopId: "shop_789",
      items: [{ productId: "prod_101", quantity: 2 }],
      total: 1250,
    },
    {
      orderId: "ord_457",
      userId: "user_123",
      shopId: "shop_789",
      items: [{ productId: "prod_102", quantity: 3 }],
      total: 199.5,
    },
  ],
  previous: previousVersion({
    ...earlier,
    data: z.object({
      orderId,
      userId,
      shopId,
      items: z
        .array(z.object({ productId, quantity, price: rupees.max(10_000) }))
        .min(1)
        .max(200),
    }),
    upcast: ({ items, ...order }) => ({
      ...order,
      items: items.map(({ productId, quantity }) => ({ productId, quantity })),
      total: toRupees(items.reduce((paise, { price, quantity }) => paise + toPaise(price) * quantity, 0)),
    }),
  }),
});

/** As if it had known only yes and no, and counted guests instead of seats. */
export const eventRsvpChanged = defineEvent({
  ...described,
  name: "event/rsvp.changed",
  category: "community",
  summary: "A member answered an invitation.",
  data: z.object({
    eventId,
    userId,
    response: z.enum(["going", "maybe", "declined"]),
    seats: z.int().min(0).max(10),
  }),
  examples: [
    { eventId: "evt_31", userId: "user_201", response: "going", seats: 2 },
    { eventId: "evt_31", userId: "user_202", response: "declined", seats: 0 },
  ],
  previous: previousVersion({
    ...earlier,
    data: z.object({ eventId, userId, attending: z.boolean(), guests: z.int().min(0).max(9) }),
    upcast: ({ attending, guests, ...answer }) => ({
      ...answer,
      response: attending ? "going" : "declined",
      seats: attending ? 1 + guests : 0,
    }),
  }),
});

/** As if it had had one field for the whole name. */
export const userRegistered = defineEvent({
  ...described,
  name: "user/registered",
  category: "user",
  summary: "A resident completed registration.",
  key: ["userId"],
  data: z.object({
    userId,
    email: emailAddress,
    firstName: personName,
    lastName: personal("name", z.string().trim().max(100)),
  }),
  examples: [
    { userId: "user_201", email: "maya@example.com", firstName: "Maya", lastName: "Fernandes" },
    { userId: "user_202", email: "suresh@example.com", firstName: "Suresh", lastName: "" },
  ],
  previous: previousVersion({
    ...earlier,
    data: z.object({ userId, email: emailAddress, fullName: personName }),
    upcast: ({ fullName, ...user }) => {
      const [firstName = "", ...rest] = fullName.split(/\s+/);
      return { ...user, firstName, lastName: rest.join(" ") };
    },
  }),
});

/** Events with a history; the real ones have none, because nothing was released before them. */
export const versionedCatalogue = defineCatalogue({
  name: "versioned",
  title: "Versioned",
  description: "Events with an earlier version that is still read.",
  events: { orderCreated, eventRsvpChanged, userRegistered },
});
