import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { orderId } from "./fields.ts";

export const orderDeliveredCancelled = defineEvent({
  name: "order.deliveredCancelled",
  version: "2026-11-28.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary:
    "The delivery partner says that it delivered an order that is cancelled, as after its last failed attempt: a person has to ask who has it.",
  key: ["noticeId"],
  data: z.object({
    orderId,
    noticeId: z.string().min(1).max(200).describe("The partner's, the same when it is told again"),
    deliveredAt: z.iso.datetime().describe("As the partner says"),
  }),
  examples: [
    { orderId: "ord_456", noticeId: "msg_77", deliveredAt: "2026-11-28T10:15:00.000Z" },
    { orderId: "ord_457", noticeId: "msg_78", deliveredAt: "2026-11-29T06:40:12.000Z" },
  ],
});
