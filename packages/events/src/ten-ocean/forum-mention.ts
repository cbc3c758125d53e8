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
    { postId: "post_502", topicId: "topic_12", mentionedUserId: "user_202", mentionedBy: "user_201" },
    { postId: "post_503", topicId: "topic_13", mentionedUserId: "user_201", mentionedBy: "user_203" },
  ],
});
