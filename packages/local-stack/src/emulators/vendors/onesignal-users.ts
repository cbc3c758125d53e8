import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { JsonLines } from "../json-lines.ts";

const userSchema = z.object({
  identity: z.looseObject({ external_id: z.string().min(1) }),
  subscriptions: z
    .array(z.looseObject({ type: z.string(), token: z.string().min(1), enabled: z.boolean().default(true) }))
    .default([]),
});

/** A device that a user has allowed, or no longer allows, to show notifications. */
export interface Subscription {
  id: string;
  userId: string;
  type: string;
  token: string;
  enabled: boolean;
}

/** Users are known by what they subscribed; the newest entry of a token counts. */
export interface OneSignalUsers {
  /** Takes the body of "create user". @returns the user, or undefined when the body is not one. */
  create(body: unknown): Promise<object | undefined>;
  /** Gives each a device that takes notifications, unless they have one or had one and no longer want it. */
  subscribe(userIds: readonly string[]): Promise<void>;
  get(userId: string): object | undefined;
  /** @returns whether there was such a user */
  remove(userId: string): boolean;
  isKnown(userId: string): boolean;
  isSubscribed(userId: string): boolean;
  /** Whose notifications a device takes at present. */
  ownerOf(token: string): string | undefined;
}

export function oneSignalUsers(journal: JsonLines<Subscription>): OneSignalUsers {
  const devicesOf = (userId: string) => {
    const own = journal.all().filter((subscription) => subscription.userId === userId);
    return [...new Map(own.map((subscription) => [subscription.token, subscription])).values()];
  };
  const get = (userId: string) => {
    const subscriptions = devicesOf(userId).map(({ userId: _owner, ...device }) => device);
    return subscriptions.length > 0 ? { identity: { external_id: userId }, subscriptions } : undefined;
  };
  const isKnown = (userId: string) => devicesOf(userId).length > 0;
  return {
    async subscribe(userIds) {
      const added = userIds
        .filter((userId) => !isKnown(userId))
        .map((userId) => ({
          id: randomUUID(),
          userId,
          type: "ChromePush",
          token: `browser-of-${userId}`,
          enabled: true,
        }));
      await journal.append(added);
    },
    async create(body) {
      const user = userSchema.safeParse(body);
      if (!user.success) return undefined;
      const userId = user.data.identity.external_id;
      const added = user.data.subscriptions.map(({ type, token, enabled }) => ({
        id: randomUUID(),
        userId,
        type,
        token,
        enabled,
      }));
      await journal.append(added);
      return get(userId) ?? { identity: { external_id: userId }, subscriptions: [] };
    },
    get,
    remove(userId) {
      if (!isKnown(userId)) return false;
      journal.keep((subscription) => subscription.userId !== userId);
      return true;
    },
    isKnown,
    ownerOf(token) {
      const newest = journal.all().findLast((subscription) => subscription.token === token);
      return newest?.enabled ? newest.userId : undefined;
    },
    isSubscribed: (userId) => devicesOf(userId).some(({ enabled }) => enabled),
  };
}
