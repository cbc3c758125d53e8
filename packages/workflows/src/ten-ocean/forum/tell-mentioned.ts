import { forumMention as mentionEvent } from "@org/events/ten-ocean/forum-mention";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { forumMention } from "./forum-mention.tsx";

type Ports = Uses<{ inngest: true; forum: "preview"; residents: "get" }>;

/**
 * Tells a resident at once that a post names them, also in a topic that they muted. Once for one post: the event comes
 * only when a post names them for the first time. Nobody hears of a post that was deleted, nor who moved out.
 */
export function tellMentioned({ inngest, forum, residents }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "tell-mentioned", triggers: [mentionEvent], retries: defaultRetries },
    async ({ event, step }) => {
      const { postId, topicId, mentionedUserId } = event.data;
      const post = await step.run("fetch-post", async () => (await forum.preview(postId)) ?? null);
      if (!post || post.deleted) return { told: false, reason: "The post is gone." };
      const hasAccess = await step.run(
        "check-access",
        async () => (await residents.get(mentionedUserId))?.standing === "resident",
      );
      if (!hasAccess) return { told: false, reason: "They do not live here." };
      const { topic, author, excerpt } = post;
      await tell(step, "tell-mentioned", {
        template: forumMention,
        occasion: [postId, mentionedUserId],
        userIds: [mentionedUserId],
        data: { topicId, topic, postId, author, excerpt },
        about: postId,
      });
      return { told: true };
    },
  );
}
