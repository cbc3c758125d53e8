import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { postId, topicId } from "./fields.ts";

export const forumPostCreated = defineEvent({
  name: "forum/post.created",
  version: "2026-11-27.01",
  category: "forum",
  owner: "forum",
  kind: "fact",
  summary: "Someone wrote in a topic; whoever follows it hears of it, at most once in 15 minutes.",
  key: ["postId"],
  data: z.object({
    postId,
    topicId,
    userId,
    /** The post that it answers; absent for an answer to the topic. */
    replyTo: postId.optional(),
  }),
  examples: [
    { postId: "post_demoLaundry2", topicId: "topic_demoLaundry", userId: "user_amina" },
    {
      postId: "post_demoLaundry3",
      topicId: "topic_demoLaundry",
      userId: "user_suresh",
      replyTo: "post_demoLaundry2",
    },
  ],
});
