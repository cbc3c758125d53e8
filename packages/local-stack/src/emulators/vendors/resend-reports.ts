import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { SentMessage } from "../outbox.ts";
import { reportSender } from "./report-sender.ts";

interface ResendReportsOptions {
  /** Without it, nothing is told. */
  url: string | undefined;
  secret: string;
}

/** What becomes of Resend's own addresses for tests (resend.com/docs/dashboard/emails/send-test-emails). */
const outcomes: ReadonlyMap<string, { type: string; about?: object }> = new Map([
  ["bounced@resend.dev", { type: "email.bounced", about: bounce("Permanent", "General") }],
  ["complained@resend.dev", { type: "email.complained" }],
  [
    "suppressed@resend.dev",
    {
      type: "email.suppressed",
      about: { suppressed: { message: "The address is on the list.", type: "OnAccountSuppressionList" } },
    },
  ],
]);

function bounce(type: string, subType: string) {
  return { bounce: { message: "The recipient's server refused the email.", type, subType } };
}

/** Resend's webhooks, signed by svix; told again as svix does at first (docs.svix.com/retries). */
export function resendReports({ url, secret }: ResendReportsOptions) {
  const sender = reportSender([0, 5_000, 300_000]);
  const webhook = new Webhook(secret);

  function send(target: string, type: string, message: SentMessage, about: object = {}): void {
    const { id, at, from, to, subject } = message;
    const data = { email_id: id, created_at: at, from, to: [addressIn(to)], subject, ...about };
    const body = JSON.stringify({ type, created_at: new Date().toISOString(), data });
    const eventId = `msg_${randomUUID().replaceAll("-", "")}`;
    const headers = (at: Date) => ({
      "content-type": "application/json",
      "svix-id": eventId,
      "svix-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "svix-signature": webhook.sign(eventId, at, body),
    });
    sender.send({ url: target, headers, body });
  }

  return {
    /** That it was sent, and what became of it. */
    tell(message: SentMessage): void {
      if (!url) return;
      const outcome = outcomes.get(addressIn(message.to)) ?? { type: "email.delivered" };
      send(url, "email.sent", message);
      send(url, outcome.type, message, outcome.about);
    },
    close: sender.close,
  };
}

/** Of `Asha Rao <asha@example.com>`. */
function addressIn(to: string): string {
  return /<([^>]+)>$/.exec(to)?.[1] ?? to;
}
