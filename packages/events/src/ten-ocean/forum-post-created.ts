import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { postId, topicId } from "./fields.ts";

export const forumPostCreated = defineEvent({
  name: "forum/post.created",
  version: "2026-11-01.01",
  category: "forum",
  owner: "forum",
  kind: "fact",
  summary: "Someone wrote in a topic; its followers hear of it, and the author of the post it answers.",
  key: ["postId"],
  data: z.object({ postId, topicId, userId, replyTo: postId.optional() }),
  examples: [
    { postId: "post_501", topicId: "topic_12", userId: "user_202" },
    { postId: "post_502", topicId: "topic_12", userId: "user_201", replyTo: "post_501" },
  ],
});
