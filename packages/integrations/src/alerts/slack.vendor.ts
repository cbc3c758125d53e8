import * as z from "zod";
import { fieldOf } from "../internal/http/call.ts";
import { askWhetherTaken } from "../internal/http/question.ts";
import { baseUrlOf } from "../internal/schemas.ts";
import { defineVendor } from "../vendor.ts";
import type { AlertContext } from "./port.ts";

export const slack = defineVendor({
  name: "Slack",
  about:
    "Optional, both or neither: a bot token with chat:write, and the channel. Without it alerts go out by email only.",
  role: "complement",
  variables: {
    SLACK_BOT_TOKEN: z.string().regex(/^xoxb-[\w-]+$/, "a bot token, which begins with xoxb-"),
    SLACK_ALERT_CHANNEL: z
      .string()
      .regex(
        /^(#?[\p{Ll}\p{N}_-]{1,80}|[CG][A-Z0-9]{6,})$/u,
        "a channel's id, such as C024BE91L, or its name",
      ),
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
  check: ({ SLACK_BOT_TOKEN: token, SLACK_BASE_URL: baseUrl = "https://slack.com" }) =>
    askWhetherTaken({
      name: "Slack",
      variables: "SLACK_BOT_TOKEN",
      url: `${baseUrl}/api/auth.test`,
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      // Slack answers 200 to refusals.
      proves: (_status, body) => fieldOf(body, "ok") === true,
    }),
});
