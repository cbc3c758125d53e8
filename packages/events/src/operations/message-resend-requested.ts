import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";

export const messageResendRequested = defineEvent({
  name: "operations/message.resend-requested",
  version: "2026-11-01.01",
  category: "operations",
  owner: "operations",
  kind: "command",
  summary: "An operator asks for a message to be sent again of which nobody knows whether it was sent.",
  data: z.object({
    /** The message's idempotency key. */
    key: z.string().min(1),
    /** The run that sent it, which is run again: it sends only what was not sent. */
    runId: z.string().min(1),
    /** The user id of the operator. */
    requestedBy: z.string().min(1),
  }),
  examples: [
    {
      key: "order-confirmation:ord_456:sms",
      runId: "01K8Z3M4T5V6W7X8Y9Z0A1B2C3",
      requestedBy: "admin_001",
    },
    {
      key: "welcome:user_123:email",
      runId: "01K8Z3M4T5V6W7X8Y9Z0A1B2C4",
      requestedBy: "admin_001",
    },
  ],
});
