import { Webhook } from "standardwebhooks";
import { v5 as uuidFromName } from "uuid";
import { httpCaller } from "../internal/http/call.ts";
import type { Partner, PartnerName, Partners } from "./port.ts";

export interface WebhookPartnerOptions {
  url: string;
  /** What the partner checks signatures with: `whsec_` and base64. */
  secret: string;
  /** The secret before a change: messages carry both signatures until the partner has taken the new one. */
  previousSecret?: string;
  /** Milliseconds for one call; default 15,000, as the specification suggests. */
  timeout?: number;
}

/** Makes an id of a key; it must never change, or partners take repeated messages for new ones. */
const namespace = "0f6f1c39-4b6c-4f8e-8d21-6a3f5f0f7c02";

/** The configured partners, each behind its own URL and secret. */
export function webhookPartners(configured: Partial<Record<PartnerName, WebhookPartnerOptions>>): Partners {
  const partners: Partners = {};
  for (const name of ["crm", "accounting", "delivery"] as const) {
    const options = configured[name];
    if (options) partners[name] = webhookPartner(name, options);
  }
  return partners;
}

/**
 * A partner that takes signed webhooks (standardwebhooks.com, version 1). It knows a repeated message by its
 * `webhook-id`, so an unknown outcome is retryable; any 2xx means taken, whatever the answer says.
 */
function webhookPartner(
  name: PartnerName,
  { url, secret, previousSecret, timeout = 15_000 }: WebhookPartnerOptions,
): Partner {
  const secrets = [secret, previousSecret].filter((value) => value !== undefined);
  const signers = secrets.map((value) => signer(name, value));
  const http = httpCaller({
    port: "partners",
    vendor: name,
    name: `The ${name} partner`,
    action: "take a message",
    timeout,
    idempotent: true,
  });

  return {
    async send({ type, occurredAt, data, key }) {
      // Without full stops, which part the signed content, and different for each partner.
      const messageId = `msg_${uuidFromName(`${name}:${key}`, namespace).replaceAll("-", "")}`;
      const body = JSON.stringify({ type, timestamp: occurredAt, data });
      const sentAt = new Date();
      await http.post({
        url,
        headers: {
          "webhook-id": messageId,
          "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1000)),
          "webhook-signature": signers.map((webhook) => webhook.sign(messageId, sentAt, body)).join(" "),
        },
        body,
      });
      return { messageId };
    },
  };
}

/** @throws Error at the start of the process, without the secret in it. */
function signer(name: PartnerName, secret: string): Webhook {
  try {
    return new Webhook(secret);
  } catch {
    throw new Error(
      `The secret of the ${name} partner is not "whsec_" and base64. Correct its configuration.`,
    );
  }
}
