import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { personal } from "../internal/personal-data.ts";
import { timestamp } from "../internal/standard-fields.ts";
import { memberId, notificationId, subjectId, templateData, templateName } from "./fields.ts";

export const notificationRoute = defineEvent({
  name: "notification/route",
  version: "2026-11-27.01",
  category: "notification",
  owner: "messaging",
  kind: "command",
  summary:
    "Asks for members to be told of something; each over the channels and at the time that their preferences say.",
  key: ["notificationId"],
  data: z.object({
    notificationId,
    template: templateName,
    userIds: z.array(memberId).min(1).max(500).describe("Who is told; a longer list is several events"),
    about: subjectId.optional().describe("What it is about: its deliveries are found under this id"),
    expiresAt: timestamp.optional().describe("From when on it is of no use: nobody is told after that"),
    data: personal("free-text", templateData).describe("What the template shows, the same for everyone"),
  }),
  examples: [
    {
      notificationId: "forum-mention:post_502",
      template: "forum-mention",
      userIds: ["user_202"],
      about: "post_502",
      data: { topicId: "topic_12", topic: "Bike room", author: "Maya" },
    },
    {
      notificationId: "event-reminder:evt_31:1h",
      template: "event-reminder",
      userIds: ["user_201", "user_202"],
      about: "evt_31",
      expiresAt: "2026-11-20T18:00:00.000Z",
      data: { eventId: "evt_31", title: "Roof party", location: "Roof" },
    },
  ],
});
