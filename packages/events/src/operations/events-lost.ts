import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";

export const eventsLost = defineEvent({
  name: "operations/events.lost",
  version: "2026-11-01.01",
  category: "operations",
  owner: "operations",
  kind: "fact",
  summary: "The engine accepted events and started nothing of them, so that they were sent again.",
  data: z.object({
    /** How many events. */
    count: z.int().positive(),
    /** Names of the events, those of one kind once. */
    names: z.array(z.string().min(1)).min(1).max(20),
  }),
  examples: [
    { count: 3, names: ["order.created", "order.paid"] },
    { count: 1, names: ["user/registered"] },
  ],
});
