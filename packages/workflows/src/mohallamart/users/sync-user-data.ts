import { userCreated } from "@org/events/mohallamart/user-created";
import { userUpdated } from "@org/events/mohallamart/user-updated";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { oneUserAtATime } from "./one-user-at-a-time.ts";
import { findProfile, userCacheKey } from "./user-profile.ts";

/** Milliseconds. */
const cachedFor = 3_600_000;

type Ports = Uses<{
  inngest: true;
  users: "get";
  preferences: "get";
  cache: "set" | "delete";
  partners: true;
}>;

/**
 * Copies a user to the cache and, where one is configured, to the CRM. Each step fetches the profile itself: the copy is
 * as new as it can be, and the engine keeps no personal data.
 *
 * The cache is for services that show a profile and may be behind. The web app is none of them: it looks a person up to
 * know whether they may come in, and an account that is closed has to end that at once.
 */
export function syncUserData(ports: Ports): InngestFunction.Any {
  const { inngest, cache, partners } = ports;
  return inngest.createFunction(
    {
      id: "sync-user-data",
      triggers: [userCreated, userUpdated],
      retries: defaultRetries,
      concurrency: oneUserAtATime,
    },
    async ({ event, step }) => {
      const { userId, occurredAt } = event.data;
      const cached = await step.run("update-cache", async () => {
        const key = userCacheKey(userId);
        const profile = await findProfile(ports, userId);
        if (profile) await cache.set(key, profile, { ttl: cachedFor, tags: [key] });
        else await cache.delete(key);
        return profile ? ("updated" as const) : ("deleted" as const);
      });
      const { crm } = partners;
      if (!crm || cached === "deleted")
        return { cache: cached, crm: crm ? "user is gone" : "not configured" };

      const told = await step.run("sync-crm", async () => {
        const profile = await findProfile(ports, userId);
        if (!profile) return "user is gone";
        // Of several events about one revision the partner takes one; it may compare revisions as well.
        await crm.send({
          type: "user.synced",
          occurredAt,
          data: { ...profile },
          key: `user:${userId}:${profile.revision}`,
        });
        return "told";
      });
      return { cache: cached, crm: told };
    },
  );
}
