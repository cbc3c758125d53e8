import type { NotificationLists } from "@org/stores/ten-ocean/port";
import type { Outcome } from "../../outcome.ts";
import type { PersonWith } from "../../sessions/person.ts";

export interface ReadNotifications {
  /** Whose list it is: never from a form. */
  member: PersonWith<"resident" | "association-admin" | "floor-captain">;
  /** Those; all of the member's unless given. */
  notificationIds?: readonly string[];
}

/** A member has read what they were told; what is not in their own list is left alone. */
export function markNotificationsRead({
  notifications,
}: {
  notifications: Pick<NotificationLists, "markRead">;
}) {
  return async ({
    member,
    notificationIds,
  }: ReadNotifications): Promise<Outcome<{ marked: number }, never>> => {
    return { ok: true, marked: await notifications.markRead(member.id, notificationIds) };
  };
}
