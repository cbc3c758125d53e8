import { Webhook } from "standardwebhooks";
import * as z from "zod";
import { notGenuine, notReadable, parsedJson } from "../internal/unread-report.ts";
import type { DeliveryReport, DeliveryReports } from "./port.ts";

export interface ResendReportsOptions {
  /** The webhook's signing secret, `whsec_…`. */
  secret: string;
}

const eventSchema = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({
    email_id: z.string().min(1),
    to: z.array(z.string()),
    bounce: z.object({ type: z.string() }).optional(),
  }),
});

type Outcome = Pick<DeliveryReport, "state" | "endsAddress">;

/** Resend's webhooks (resend.com/docs/webhooks), signed by svix over the raw body and a time that may be 5 minutes off. */
export function resendReports({ secret }: ResendReportsOptions): DeliveryReports {
  const webhook = new Webhook(secret);
  return {
    read({ body, headers }) {
      if (!isGenuine(webhook, body, headers)) throw notGenuine("resend");
      const event = parsedJson(body);
      if (event === undefined) throw notReadable("resend");
      if (!isAboutEmail(event)) return [];
      const { success, data: read } = eventSchema.safeParse(event);
      const at = Date.parse(read?.created_at ?? "");
      if (!success || Number.isNaN(at)) throw notReadable("resend");
      const { type, data } = read;
      const outcome = outcomeOf(type, data.bounce?.type);
      if (!outcome) return [];
      const [address] = data.to;
      return [
        { messageId: data.email_id, channel: "email", address, at: new Date(at).toISOString(), ...outcome },
      ];
    },
  };
}

function isGenuine(webhook: Webhook, body: string, headers: Headers): boolean {
  const named = ["id", "timestamp", "signature"].map(
    (name) => [`webhook-${name}`, headers.get(`svix-${name}`) ?? ""] as const,
  );
  try {
    webhook.verify(body, Object.fromEntries(named));
    return true;
  } catch (error) {
    // It reads the body as JSON once the signature is right.
    return error instanceof SyntaxError;
  }
}

/** Domains, contacts and inboxes have events as well, of other forms. */
function isAboutEmail(event: unknown): boolean {
  return String(Object(event).type).startsWith("email.");
}

function outcomeOf(type: string, bounce: string | undefined): Outcome | undefined {
  switch (type) {
    case "email.delivered":
      return { state: "delivered", endsAddress: false };
    case "email.bounced":
      // A full mailbox is no reason to give up on its owner.
      return { state: "bounced", endsAddress: bounce === "Permanent" };
    case "email.suppressed":
      return { state: "bounced", endsAddress: true };
    case "email.complained":
      return { state: "complained", endsAddress: true };
    case "email.failed":
      return { state: "undelivered", endsAddress: false };
    default:
      return undefined;
  }
}
