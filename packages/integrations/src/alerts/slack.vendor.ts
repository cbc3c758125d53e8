import * as z from "zod";
import { baseUrlOf } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";
import type { AlertContext } from "./port.ts";

export const slack = defineVendor({
  name: "Slack",
  about:
    "Optional, both or neither: a bot token with chat:write, and the channel. Without it alerts go out by email only.",
  role: "complement",
  variables: {
    SLACK_BOT_TOKEN: z.string(),
    SLACK_ALERT_CHANNEL: z.string(),
    SLACK_BASE_URL: baseUrlOf("Slack"),
  },
  load: () => import("./slack.ts"),
  create: ({ slackAlerts }, values, { timeout }: AlertContext) =>
    slackAlerts({
      token: values.SLACK_BOT_TOKEN,
      channel: values.SLACK_ALERT_CHANNEL,
      baseUrl: values.SLACK_BASE_URL,
      timeout,
    }),
});
