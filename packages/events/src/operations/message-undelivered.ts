import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";

export const messageUndelivered = defineEvent({
  name: "operations/message.undelivered",
  version: "2026-11-27.01",
  category: "operations",
  owner: "operations",
  kind: "fact",
  summary: "A message that its vendor took did not arrive, as the vendor reported later.",
  data: z.object({
    /** The vendor's id of the message. */
    messageId: z.string().min(1),
    /** Over which it went. */
    channel: z.enum(["email", "sms", "push"]),
    /** `complained`: it arrived, and its reader wants no more. */
    state: z.enum(["undelivered", "bounced", "opted-out", "complained"]),
  }),
  examples: [
    { messageId: "SM00000000000000000000000000000001", channel: "sms", state: "undelivered" },
    { messageId: "b6f2a4c1-6a0e-4f0a-9b1c-2d3e4f5a6b7c", channel: "email", state: "bounced" },
  ],
});
