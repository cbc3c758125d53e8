"use server";

import { refresh } from "next/cache";
import { textsOf } from "../forms/form-data.ts";
import { requireRole } from "../session/current-person.ts";
import { mohallaMart } from "../stores.ts";

/** Marks each `notificationId` of the form as read, where it is one of the person's own. */
export async function markRead(form: FormData): Promise<void> {
  const { id: userId } = await requireRole("customer");
  const { notifications } = mohallaMart();
  for (const notificationId of textsOf(form, "notificationId")) {
    await notifications.markRead(userId, notificationId);
  }
  refresh();
}
