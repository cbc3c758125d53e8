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
      notificationId: "forum-mention:post_demoLaundry3",
      template: "forum-mention",
      userIds: ["user_maya"],
      about: "post_demoLaundry3",
      data: { topicId: "topic_demoLaundry", topic: "Laundry room: who has which evening?", author: "Suresh" },
    },
    {
      notificationId: "event-reminder:evt_demoRooftop:1h",
      template: "event-reminder",
      userIds: ["user_maya", "user_suresh"],
      about: "evt_demoRooftop",
      expiresAt: "2026-11-20T18:00:00.000Z",
      data: { eventId: "evt_demoRooftop", title: "Supper on the roof", location: "Roof terrace" },
    },
  ],
});
