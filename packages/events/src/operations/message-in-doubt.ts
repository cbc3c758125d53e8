import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";

export const messageInDoubt = defineEvent({
  name: "operations/message.in-doubt",
  version: "2026-11-01.01",
  category: "operations",
  owner: "operations",
  kind: "fact",
  summary: "A vendor did not say whether it took a message, so that nobody knows whether it was sent.",
  data: z.object({
    /** The message's idempotency key. */
    key: z.string().min(1),
  }),
  examples: [{ key: "order-confirmation:ord_456:sms" }, { key: "welcome:user_123:email" }],
});
