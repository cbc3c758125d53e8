import { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import { maya, suresh } from "../../testing/notices.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const words = { title: "Water is off", body: "Until noon.", path: "/ten-ocean/announcements" };
  const notificationId = "test-announcement:ann_1";
  await bench.subscribeDevice(maya.userId, "ten-ocean");
  await bench.subscribeDevice(suresh.userId, "ten-ocean");
  await bench.engine.send(
    [maya.userId, suresh.userId, "user_chloe", "user_gone"].map((userId) =>
      notificationPushSend.create(
        { ...words, userId, notificationId, priority: "bulk" },
        { id: `${notificationId}:${userId}:push` },
      ),
    ),
  );
};
