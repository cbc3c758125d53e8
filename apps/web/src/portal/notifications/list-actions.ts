"use server";

import { refresh } from "next/cache";
import { tenOceanCommands } from "../../commands.ts";
import { textsOf } from "../../forms/form-data.ts";
import { requireRole } from "../../session/current-person.ts";

/** Marks each `notificationId` of the form as read, where it is in the member's own list. */
export async function markRead(form: FormData): Promise<void> {
  const member = await requireRole("resident", "association-admin", "floor-captain");
  const notificationIds = textsOf(form, "notificationId");
  await tenOceanCommands().markNotificationsRead({ member, notificationIds });
  refresh();
}

/** Marks all that a member was told as read. */
export async function markAllRead(): Promise<void> {
  const member = await requireRole("resident", "association-admin", "floor-captain");
  await tenOceanCommands().markNotificationsRead({ member });
  refresh();
}
