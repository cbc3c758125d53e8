import { forumPostCreated } from "@org/events/ten-ocean/forum-post-created";
import type { TellingGroup, TellingRound } from "@org/stores/ten-ocean/port";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { forumReplies } from "./forum-replies.tsx";

type Ports = Uses<{ inngest: true; forum: "claimTellings" }>;

/** How long whoever was told of a topic hears no more of it. */
const quietMinutes = 15;
/** A minute more, for the other run's message to be handed over. */
const overdueMinutes = quietMinutes + 1;
/** Fifteen hours of talk without a pause. A run ends there: what waits is told by the runs of its posts. */
const mostRounds = 60;

/**
 * Tells those who follow a topic of a post, each at most once in fifteen minutes: the first at once, what is written
 * meanwhile in one message at the end. The store knows who was told what and who still waits, and whose run comes back
 * when; a run that is lost leaves its readers to the runs of later posts.
 */
export function tellParticipants({ inngest, forum }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    { id: "tell-participants", triggers: [forumPostCreated], retries: defaultRetries },
    async ({ event, step }) => {
      const { postId } = event.data;
      let told = 0;
      let waited = 0;
      for (let round = 0; round < mostRounds; round += 1) {
        const overdue = waited >= overdueMinutes;
        const claimed = await step.run(
          `claim-posts:${round}`,
          async () => (await forum.claimTellings({ postId, round, overdue })) ?? null,
        );
        if (!claimed) break;
        for (const group of claimed.groups) {
          await tell(
            step,
            `tell-participants:${round}:${group.key}`,
            noticeOf(postId, round, claimed, group),
          );
          told += group.userIds.length;
        }
        if (!claimed.holds && !claimed.waits) break;
        const minutes = claimed.holds ? quietMinutes : overdueMinutes;
        await step.sleep(`wait-for-more:${round}`, `${minutes}m`);
        waited += minutes;
      }
      return { told };
    },
  );
}

function noticeOf(postId: string, round: number, { topicId, topic }: TellingRound, group: TellingGroup) {
  const { key, userIds, posts } = group;
  const [first] = posts;
  return {
    template: forumReplies,
    occasion: [topicId, `${postId}.${round}`, key],
    userIds,
    data: {
      topicId,
      topic,
      posts: posts.length,
      postId: first?.postId ?? postId,
      authors: listOf(posts.map(({ author }) => author)),
      excerpt: first?.excerpt ?? "",
    },
    about: topicId,
  };
}

/** As in `Maya Fernandes, Suresh Iyer and 2 others`. */
export function listOf(authors: readonly string[]): string {
  const names = [...new Set(authors)];
  if (names.length <= 2) return names.join(" and ");
  const others = names.length - 2;
  return `${names.slice(0, 2).join(", ")} and ${others === 1 ? "1 other" : `${others} others`}`;
}
