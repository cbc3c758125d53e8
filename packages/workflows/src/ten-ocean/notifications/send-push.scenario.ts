import { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import { maya } from "../../testing/notices.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await bench.subscribeDevice(maya.userId, "ten-ocean");
  await bench.engine.send(
    notificationPushSend.create(
      { userId: maya.userId, title: "You were mentioned", body: "In Bike room.", path: "/ten-ocean/forum" },
      { id: "evt_mention" },
    ),
  );
};
