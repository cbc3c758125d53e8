import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { markNotificationsRead } from "./mark-notifications-read.ts";

const { residents, notifications } = (await testStores()).tenOcean;
const markRead = markNotificationsRead({ notifications });

it("marks what is in a member's own list, each once, or all of it", async () => {
  const told = { email: true, push: false, heldForDigest: false };
  const entries = ["user_maya", "user_sam"].map((userId) => ({ userId, ...told }));
  for (const { userId } of entries)
    await residents.register(
      { userId, email: `${userId}@example.com`, firstName: userId, lastName: "" },
      { emit: [] },
    );
  for (const notificationId of ["forum-mention:post_1", "forum-mention:post_2", "forum-mention:post_3"])
    await notifications.add(
      { notificationId, kind: "forum", title: "T", body: "B", path: "/ten-ocean/forum" },
      entries,
    );
  const member = { role: "resident", id: "user_maya", name: "Maya", email: "maya@example.com" } as const;
  const request = { member, notificationIds: ["forum-mention:post_1", "forum-mention:post_9"] };
  expect(await markRead(request)).toEqual({ ok: true, marked: 1 });
  expect(await markRead(request)).toEqual({ ok: true, marked: 0 });
  expect(await markRead({ member })).toEqual({ ok: true, marked: 2 });
  expect([await notifications.unread("user_maya"), await notifications.unread("user_sam")]).toEqual([0, 3]);
});
