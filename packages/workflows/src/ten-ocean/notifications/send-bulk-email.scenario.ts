import { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import { maya, suresh } from "../../testing/notices.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async ({ engine }) => {
  const common = { template: "test-announcement", priority: "bulk", data: { what: "Water is off" } } as const;
  const notificationId = "test-announcement:ann_1";
  await engine.send(
    [maya.userId, suresh.userId, "user_gone"].map((userId) =>
      notificationEmailSend.create(
        { ...common, notificationId, userId },
        { id: `${notificationId}:${userId}:email` },
      ),
    ),
  );
};
