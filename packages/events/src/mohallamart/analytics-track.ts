import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { dottedName } from "../internal/fields/dotted-name.ts";
import { userId } from "../internal/fields/ids.ts";
import { properties } from "../internal/fields/properties.ts";
import { personal } from "../internal/personal-data.ts";
import { namesSomeone } from "../internal/rules/mohallamart.ts";

export const analyticsTrack = defineEvent({
  name: "analytics.track",
  version: "2026-11-01.01",
  category: "analytics",
  owner: "insights",
  kind: "fact",
  summary:
    "Someone did something worth counting (a page view, search, cart change or purchase); feeds aggregates and reports.",
  data: z
    .object({
      userId: userId.optional(),
      sessionId: z
        .string()
        .min(1)
        .max(128)
        .optional()
        .describe("The visit it belongs to; anonymous visitors have only this"),
      event: dottedName,
      properties: personal("free-text", properties),
    })
    .refine(namesSomeone, {
      path: ["userId"],
      message: "Give userId, sessionId or both",
    }),
  examples: [
    {
      userId: "user_123",
      event: "search.converted",
      properties: {
        query: "organic vegetables",
        resultsCount: 12,
        clickedProduct: "prod_101",
        convertedToOrder: true,
      },
    },
    { sessionId: "sess_9f2c", event: "page.viewed", properties: { path: "/shops/shop_789" } },
  ],
});
