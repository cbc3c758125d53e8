import { forumTopicCreated } from "@org/events/ten-ocean/forum-topic-created";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { forumTopic } from "./forum-topic.tsx";

type Ports = Uses<{ inngest: true; forum: "preview"; residents: "list" }>;

const pageSize = 500;

/**
 * Tells everyone who lives in the house of a new topic, except its author and those named in its first post, who hear
 * of that. Their preferences say whether at once or in the digest.
 */
export function tellAboutTopic({ inngest, forum, residents }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "tell-about-topic", triggers: [forumTopicCreated], retries: defaultRetries },
    async ({ event, step }) => {
      const { postId, topicId } = event.data;
      // Before topics named their first post, their posts told of themselves.
      if (postId === undefined) return { told: 0 };
      const opening = await step.run("fetch-opening", async () => (await forum.preview(postId)) ?? null);
      if (!opening || opening.deleted) return { told: 0 };
      const { topic, author, excerpt, userId, mentions } = opening;
      const userIds = await step.run("find-readers", () => findReaders(residents, [userId, ...mentions]));
      await tell(step, "tell-residents", {
        template: forumTopic,
        occasion: [topicId],
        userIds,
        data: { topicId, topic, author, excerpt },
        about: topicId,
      });
      return { told: userIds.length };
    },
  );
}

async function findReaders(residents: Ports["residents"], spared: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  let page: { userId: string }[];
  do {
    page = await residents.list({ standing: "resident", after: found.at(-1), limit: pageSize });
    found.push(...page.map(({ userId }) => userId));
  } while (page.length === pageSize);
  return found.filter((userId) => !spared.includes(userId));
}
