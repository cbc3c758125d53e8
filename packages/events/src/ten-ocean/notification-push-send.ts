import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { freeText } from "../internal/fields/person.ts";
import { memberId, notificationId, subjectId } from "./fields.ts";

export const notificationPushSend = defineEvent({
  name: "notification/push.send",
  version: "2026-11-27.01",
  category: "notification",
  owner: "messaging",
  kind: "command",
  summary: "Asks for a push message to a member who wants this kind of message on their phone.",
  data: z.object({
    userId: memberId,
    /** The first line, in bold. */
    title: freeText(100),
    /** What stands below. */
    body: freeText(500),
    path: z
      .string()
      .regex(/^\/[^\s]*$/, "Expected a path such as /events/evt_1")
      .max(500)
      .optional()
      .describe("Page of the portal that opens on a tap"),
    /** Bulk messages wait behind transactional ones; absent means transactional. */
    priority: z.enum(["transactional", "bulk"]).optional(),
    notificationId: notificationId.optional().describe("The same one is sent to a member once"),
    about: subjectId.optional().describe("What it is about: its delivery is found under this id"),
  }),
  examples: [
    { userId: "user_maya", title: "You are verified", body: "Welcome to 10 Ocean." },
    {
      userId: "user_suresh",
      title: "Supper on the roof tomorrow",
      body: "Starts at 18:00.",
      path: "/events/evt_demoRooftop",
      priority: "bulk",
    },
  ],
});
