"use server";

import { refresh } from "next/cache";
import { mohallaMartCommands } from "../commands.ts";
import { textsOf } from "../forms/form-data.ts";
import { requireRole } from "../session/current-person.ts";

/** Marks each `notificationId` of the form as read, where it is one of the person's own. */
export async function markRead(form: FormData): Promise<void> {
  const { id: userId } = await requireRole("customer");
  const notificationIds = textsOf(form, "notificationId");
  await mohallaMartCommands().markNotificationsRead({ userId, notificationIds });
  refresh();
}
