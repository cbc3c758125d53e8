import type { Member, Preferences } from "@org/stores/ten-ocean/port";
import type { NotificationTemplate } from "./notification-template.ts";

type Manner = Pick<NotificationTemplate, "kind" | "importance" | "subscription">;

/** Whether somebody of this standing is told of such things at all: who does not live here, only of their registration. */
export function isConcerned(
  { role, standing }: Pick<Member, "role" | "standing">,
  template: Manner,
): boolean {
  if (role === "admin" || standing === "resident") return true;
  return template.kind === "verification" && template.importance === "always";
}

/** Whether the reader may turn such emails off, and so finds a link in them that does; admins get them as part of their work. */
export function isOptional({ role }: Pick<Member, "role">, { importance }: Manner): boolean {
  return role === "resident" && importance === "chosen";
}

/** What a click on that link turns off. */
export function subscriptionOf({ kind, subscription = kind }: Manner) {
  return subscription;
}

/** Whether a member wants such messages over a channel. @param preferences a resident's; admins have none */
export function wants(
  channel: "email" | "push",
  template: Manner,
  preferences: Pick<Preferences, "kinds" | "digest"> | undefined,
): boolean {
  if (template.importance !== "chosen" || !preferences) return true;
  const subscription = subscriptionOf(template);
  if (subscription === "digest") return preferences.digest !== "off";
  return preferences.kinds[subscription][channel];
}
