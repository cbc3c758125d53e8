import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { markNotificationsRead } from "./mark-notifications-read.ts";

const { users, notifications } = (await testStores()).mohallaMart;
const markRead = markNotificationsRead({ notifications });

it("marks a person's own notifications, each once", async () => {
  for (const name of ["asha", "ravi"]) {
    const userId = `user_${name}`;
    await users.add({ userId, name, email: `${name}@example.com` });
    const message = { type: "order.delivered", title: "Delivered", body: "At your door." };
    await notifications.add({ ...message, notificationId: `ntf_${name}`, userId });
  }
  const request = { userId: "user_asha", notificationIds: ["ntf_asha", "ntf_ravi", "ntf_none"] };
  expect(await markRead(request)).toEqual({ ok: true, marked: 1 });
  expect(await markRead(request)).toEqual({ ok: true, marked: 0 });
  const unread = async (userId: string) => (await notifications.list({ userId, unreadOnly: true })).length;
  expect([await unread("user_asha"), await unread("user_ravi")]).toEqual([0, 1]);
});
