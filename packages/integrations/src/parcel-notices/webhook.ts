import { Webhook } from "standardwebhooks";
import * as z from "zod";
import { IntegrationError } from "../error.ts";
import { attemptReasons, type ParcelNotice, type ParcelNotices, parcelStatuses } from "./port.ts";

export interface ParcelWebhookOptions {
  /** What the partner signs with: `whsec_` and base64. */
  secret: string;
  /** The secret before a change, with which repeats may still be signed. */
  previousSecret?: string | undefined;
}

/** Of everything that a partner may tell, the one kind that orders are moved by. */
const kind = "parcel.updated";

const noticeSchema = z.object({
  timestamp: z.iso.datetime({ offset: true }),
  data: z.object({
    orderId: z.string().min(1).max(100),
    status: z.enum(parcelStatuses),
    reason: z.enum(attemptReasons).optional().catch("other"),
    trackingNumber: z.string().trim().min(1).max(100).optional(),
  }),
});

/**
 * The delivery partner's webhooks (standardwebhooks.com, version 1): HMAC-SHA256 over id, time and the raw body, with a
 * time that may be 5 minutes off.
 */
export function parcelWebhook({ secret, previousSecret }: ParcelWebhookOptions): ParcelNotices {
  const webhooks = [secret, previousSecret].filter((value) => value !== undefined).map(signed);
  return {
    read({ body, headers }) {
      const named = Object.fromEntries(headers);
      if (!webhooks.some((webhook) => isGenuine(webhook, body, named))) {
        throw unread(
          401,
          "is not signed by the partner, or was signed too long ago. Check the secret and the clocks.",
        );
      }
      const content = parsed(body);
      if (content === undefined) throw unread(400, "is no JSON.");
      if (Object(content).type !== kind) return undefined;
      const { success, data: read } = noticeSchema.safeParse(content);
      if (!success) throw unread(400, "has another form than was agreed.");
      const { timestamp, data } = read;
      return noticeOf(named["webhook-id"] ?? "", timestamp, data);
    },
  };
}

function noticeOf(
  id: string,
  timestamp: string,
  { orderId, status, reason, trackingNumber }: z.output<typeof noticeSchema>["data"],
): ParcelNotice {
  const why = status === "attempt-failed" && reason !== undefined ? { reason } : {};
  const number = trackingNumber === undefined ? {} : { trackingNumber };
  return { id, orderId, status, ...why, ...number, at: new Date(timestamp).toISOString() };
}

function isGenuine(webhook: Webhook, body: string, headers: Record<string, string>): boolean {
  try {
    webhook.verify(body, headers);
    return true;
  } catch (error) {
    // It reads the body as JSON once the signature is right.
    return error instanceof SyntaxError;
  }
}

/** @throws Error at the start of the process, without the secret in it. */
function signed(secret: string): Webhook {
  try {
    return new Webhook(secret);
  } catch {
    throw new Error(
      'The secret of the delivery partner\'s webhook is not "whsec_" and base64. Correct DELIVERY_STATUS_SECRET.',
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unread(status: number, what: string): IntegrationError {
  const origin = { port: "parcel-notices", vendor: "delivery" };
  return new IntegrationError(`A parcel notice ${what}`, { ...origin, kind: "final", status });
}
