import { userDeleted } from "@org/events/mohallamart/user-deleted";
import { type InngestFunction, NonRetriableError } from "inngest";
import { retries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { oneUserAtATime } from "./one-user-at-a-time.ts";
import { userCacheKey } from "./user-profile.ts";

const partnerNames = ["crm", "accounting", "delivery"] as const;

type Ports = Uses<{
  inngest: true;
  users: "remove";
  cache: "delete" | "invalidateTags";
  sessions: "closeAllOf";
  partners: true;
  push: "forget";
  deadLetters: true;
}>;

/**
 * Erases a closed account's personal data, ends its sessions and tells every partner and the push vendor; orders stay without it.
 *
 * What was under way at the time may leave traces afterwards: an order that was just placed, a batch of analytics, a
 * retry. So it is all erased a second time.
 */
export function removeUserData({
  inngest,
  users,
  cache,
  sessions,
  partners,
  push,
  deadLetters,
}: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "remove-user-data",
      triggers: [userDeleted],
      ...retries(
        10,
        "Nobody waits for it, and it must not be left undone: ten retries reach over 22 minutes of an outage.",
      ),
      concurrency: oneUserAtATime,
    },
    async ({ event, step }) => {
      const { userId, reason, occurredAt } = event.data;
      async function erase(round: "at-once" | "afterwards"): Promise<void> {
        await step.run(`close-sessions:${round}`, () => sessions.closeAllOf(userId));
        await step.run(`erase-data:${round}`, () => users.remove(userId));
        await step.run(`clear-cache:${round}`, async () => {
          await cache.delete(userCacheKey(userId));
          await cache.invalidateTags([userCacheKey(userId)]);
        });
        await step.run(`forget-failed-runs:${round}`, () => deadLetters.forget(userId, { app: inngest.id }));
      }

      await erase("at-once");
      const untold: string[] = [];
      for (const name of partnerNames) {
        const partner = partners[name];
        if (!partner) continue;
        const message = {
          type: userDeleted.event,
          occurredAt,
          data: { userId, reason },
          key: `user-deleted:${userId}`,
        };
        // One partner's trouble is no reason to leave the others with the data.
        await step
          .run(`tell-partner:${name}`, () => partner.send(message))
          .catch(() => {
            untold.push(name);
          });
      }
      if (push) {
        await step
          .run("forget-devices", () => push.forget(userId))
          .catch(() => {
            untold.push("push");
          });
      }
      await step.sleep("wait-for-what-is-under-way", "30m");
      await erase("afterwards");
      if (untold.length > 0) {
        throw new NonRetriableError(
          `User ${userId} is erased here, but not told of it: ${untold.join(", ")}. Replay this run once they answer.`,
        );
      }
    },
  );
}
