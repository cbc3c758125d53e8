import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { postId, topicId } from "./fields.ts";

export const forumTopicCreated = defineEvent({
  name: "forum/topic.created",
  version: "2026-11-27.01",
  category: "forum",
  owner: "forum",
  kind: "fact",
  summary:
    "Someone opened a topic in the forum with its first post; every resident hears of it, at once or in the digest, as they chose.",
  key: ["topicId"],
  data: z.object({
    topicId,
    userId,
    postId: postId.optional().describe("The post that the topic begins with; no other event tells of it"),
  }),
  examples: [
    { topicId: "topic_demoLaundry", userId: "user_tomasz", postId: "post_demoLaundry1" },
    { topicId: "topic_demoLadder", userId: "user_suresh" },
  ],
});
