import { NonRetriableError } from "inngest";
import * as community from "../community/templates.ts";
import * as digest from "../digest/templates.ts";
import * as forum from "../forum/templates.ts";
import * as maintenance from "../maintenance/templates.ts";
import * as verification from "../verification/templates.ts";
import type { NotificationTemplate } from "./notification-template.ts";

/** Every kind of notification: those that the domains list in their `templates.ts`. */
const templates: readonly NotificationTemplate[] = [
  community,
  digest,
  forum,
  maintenance,
  verification,
].flatMap((listed): NotificationTemplate[] => Object.values(listed));

/**
 * @param more kinds of notifications besides those of the domains
 * @throws NonRetriableError for a template that nobody has written.
 */
export function templateOf(
  name: string,
  { templates: more = [] }: { templates?: readonly NotificationTemplate[] } = {},
): NotificationTemplate {
  const all = [...templates, ...more];
  const found = all.find((template) => template.name === name);
  if (found) return found;
  const known = all.map((template) => template.name).join(", ");
  throw new NonRetriableError(
    `There is no notification template ${name}; there are: ${known}. Correct the sender, or add the template.`,
  );
}
