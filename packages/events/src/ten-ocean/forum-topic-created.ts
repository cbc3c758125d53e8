import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { topicId } from "./fields.ts";

export const forumTopicCreated = defineEvent({
  name: "forum/topic.created",
  version: "2026-11-01.01",
  category: "forum",
  owner: "forum",
  kind: "fact",
  summary: "Someone opened a topic in the forum; those who follow the section hear of it.",
  key: ["topicId"],
  data: z.object({ topicId, userId }),
  examples: [
    { topicId: "topic_12", userId: "user_201" },
    { topicId: "topic_13", userId: "user_202" },
  ],
});
