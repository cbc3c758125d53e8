import { NonRetriableError } from "inngest";
import * as analytics from "../analytics/emails.tsx";
import * as money from "../money/emails.tsx";
import * as orders from "../orders/emails.tsx";
import * as products from "../products/emails.tsx";
import * as shopkeepers from "../shopkeepers/emails.tsx";
import * as users from "../users/emails.tsx";
import type { EmailTemplate } from "./email-template.ts";
import { notificationEmails } from "./notification-emails.ts";

/** Every kind of email that the senders write: those that the domains list in their `emails.tsx`, and notifications. */
const templates: ReadonlyMap<string, EmailTemplate> = new Map(
  [
    ...[analytics, money, orders, products, shopkeepers, users].flatMap((listed): EmailTemplate[] =>
      Object.values(listed),
    ),
    ...notificationEmails,
  ].map((template) => [template.name, template]),
);

/** @throws NonRetriableError for a template that nobody has written. */
export function emailTemplateOf(name: string): EmailTemplate {
  const found = templates.get(name);
  if (found) return found;
  const known = [...templates.keys()].join(", ");
  throw new NonRetriableError(
    `There is no email ${name}; there are: ${known}. Correct who asks for it, or add the template.`,
  );
}
