import { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import { maya } from "../../testing/notices.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = ({ engine }) =>
  engine.send(
    notificationEmailSend.create(
      { userId: maya.userId, template: "test-mention", data: { what: "You were mentioned" } },
      { id: "evt_mention" },
    ),
  );
