import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { personal } from "../internal/personal-data.ts";
import { memberId, notificationId, subjectId, templateData, templateName } from "./fields.ts";

export const notificationEmailSend = defineEvent({
  name: "notification/email.send",
  version: "2026-11-27.01",
  category: "notification",
  owner: "messaging",
  kind: "command",
  summary: "Asks for an email to a member who wants this kind of message by email.",
  data: z.object({
    userId: memberId,
    template: templateName,
    priority: z
      .enum(["transactional", "bulk"])
      .optional()
      .describe("Bulk messages wait behind transactional ones; absent means transactional"),
    data: personal("free-text", templateData).describe("What the template shows"),
    notificationId: notificationId.optional().describe("The same one is sent to a member once"),
    about: subjectId.optional().describe("What it is about: its delivery is found under this id"),
  }),
  examples: [
    { userId: "user_maya", template: "verification-approved", data: { firstName: "Maya" } },
    {
      userId: "user_suresh",
      template: "weekly-digest",
      priority: "bulk",
      data: { topics: [{ title: "Bike room", posts: 4 }], unread: 7 },
    },
  ],
});
