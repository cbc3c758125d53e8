import type { EventData } from "@org/events";
import type { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import type { Email } from "@org/integrations/email/port";
import type { Member } from "@org/stores/ten-ocean/port";
import type { Message } from "../../deliver.ts";
import { oneClick } from "../../one-click.ts";
import { renderEmail } from "../../render-email.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { templateOf } from "./find-template.ts";
import { isConcerned, isOptional, subscriptionOf, wants } from "./who-hears.ts";

type Ports = Uses<{
  members: "list";
  preferences: "list";
  unsubscribeTokens: "of";
  templates: true;
  portalUrl: true;
  brand: true;
}>;

/** An email that was asked for. */
export interface EmailRequest {
  /** Of the event, for a notification without an id of its own. */
  eventId: string;
  data: EventData<typeof notificationEmailSend>;
}

/** Whom an email goes to, as one step hands it to the next. */
export interface Recipient {
  userId: string;
  role: Member["role"];
  firstName: string;
  email: string;
  /** Absent in what cannot be turned off. */
  unsubscribeUrl?: string;
}

/** Why somebody gets no email after all. */
export type SkippedEmail = "unknown" | "not-a-resident" | "unwanted";

/** Who gets each of these emails, by their place; whoever left or turned it off meanwhile does not. */
export async function findRecipients(
  ports: Ports,
  requests: readonly EmailRequest[],
): Promise<(Recipient | { skipped: SkippedEmail })[]> {
  const userIds = [...new Set(requests.map(({ data }) => data.userId))];
  const members = byId(await ports.members.list(userIds));
  const preferences = byId(await ports.preferences.list(userIds));
  const tokens = byId(await ports.unsubscribeTokens.of(userIds));
  return requests.map(({ data: { userId, template: name } }) => {
    const template = templateOf(name, ports);
    const member = members.get(userId);
    if (!member) return { skipped: "unknown" };
    if (!isConcerned(member, template)) return { skipped: "not-a-resident" };
    if (!wants("email", template, preferences.get(userId))) return { skipped: "unwanted" };
    const { role, firstName, email } = member;
    const token = isOptional(member, template) ? tokens.get(userId)?.token : undefined;
    const unsubscribeUrl =
      token && `${ports.portalUrl}/ten-ocean/unsubscribe/${token}?kind=${subscriptionOf(template)}`;
    return { userId, role, firstName, email, unsubscribeUrl };
  });
}

function byId<Row extends { userId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.userId, row]));
}

/** How the email's delivery is recorded. */
export function messageOf(
  { eventId, data: { userId, notificationId, about } }: EmailRequest,
  { role }: Pick<Recipient, "role">,
  workflow: string,
): Message {
  return {
    key: `notification:${notificationId ?? eventId}:${userId}:email`,
    subject: about ?? userId,
    workflow,
    recipient: role,
    channel: "email",
  };
}

/** Puts an email into words for its reader: the same words each time. */
export async function writeEmail(
  ports: Uses<{ templates: true; portalUrl: true; brand: true }>,
  { data: { template: name, data } }: EmailRequest,
  { userId, firstName, email: to, unsubscribeUrl }: Recipient,
): Promise<Omit<Email, "key">> {
  const template = templateOf(name, ports);
  const occasion = { data, portalUrl: ports.portalUrl, brand: brandOf(ports) };
  const reader = { userId, firstName };
  const body = await renderEmail(template.email({ ...occasion, reader, unsubscribeUrl }));
  const headers = unsubscribeUrl ? oneClick(unsubscribeUrl) : undefined;
  return { to, subject: inOneLine(template.words(occasion).title), ...body, headers };
}

/** A line break in a subject is refused. */
function inOneLine(title: string): string {
  return title.replaceAll(/\s+/g, " ").trim();
}
