import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { postId, topicId } from "./fields.ts";

export const forumMention = defineEvent({
  name: "forum/mention",
  version: "2026-11-27.01",
  category: "forum",
  owner: "forum",
  kind: "fact",
  summary: "A post mentions a member for the first time, when written or by an edit; they are told at once.",
  key: ["postId", "mentionedUserId"],
  data: z.object({
    postId,
    topicId,
    /** Who is told. */
    mentionedUserId: userId,
    /** Who wrote the post. */
    mentionedBy: userId,
  }),
  examples: [
    {
      postId: "post_demoLaundry3",
      topicId: "topic_demoLaundry",
      mentionedUserId: "user_maya",
      mentionedBy: "user_suresh",
    },
    {
      postId: "post_demoLadder2",
      topicId: "topic_demoLadder",
      mentionedUserId: "user_suresh",
      mentionedBy: "user_chloe",
    },
  ],
});
