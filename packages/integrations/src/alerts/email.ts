import type { EmailSender } from "../email/port.ts";
import { IntegrationError } from "../error.ts";
import type { Alert, AlertSender } from "./port.ts";

export interface EmailAlertsOptions {
  email: EmailSender;
  /** The addresses of the people who run the system, at least one. */
  to: readonly string[];
}

/** Alerts by email, one message to each address; sent when one of them is accepted. */
export function emailAlerts({ email, to }: EmailAlertsOptions): AlertSender {
  return {
    async send(alert) {
      const message = rendered(alert);
      const emails = to.map((address) => ({ ...message, to: address }));
      const outcomes = await email.sendBatch(emails, alert.key);
      for (const outcome of outcomes) if (!("refused" in outcome)) return outcome;
      throw new IntegrationError("Alerts have no address that takes them. Configure at least one.", {
        port: "alerts",
        vendor: "email",
        kind: "final",
      });
    },
  };
}

function rendered({ severity, title, text, url }: Alert) {
  const link = url ? `<p><a href="${escaped(url)}">${escaped(url)}</a></p>` : "";
  return {
    subject: `[${severity}] ${title}`,
    text: url ? `${text}\n\n${url}` : text,
    html: `<h1>${escaped(title)}</h1><pre style="white-space:pre-wrap">${escaped(text)}</pre>${link}`,
  };
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities.get(character) ?? "");
}
