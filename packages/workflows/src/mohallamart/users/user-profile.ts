import type { Preferences, User } from "@org/stores/mohallamart/port";
import type { Uses } from "../ports.ts";

/** What the cache and partners have of a user. */
export interface UserProfile extends User {
  /** Absent until they were initialised. */
  preferences?: Omit<Preferences, "userId">;
}

/** Undefined when the user is gone. */
export async function findProfile(
  { users, preferences }: Uses<{ users: "get"; preferences: "get" }>,
  userId: string,
): Promise<UserProfile | undefined> {
  // The user first: preferences that are newer than the revision are sent again with the next one, older ones are not.
  const user = await users.get(userId);
  const set = user && (await preferences.get(userId));
  if (!set) return user;
  const { userId: _, ...rest } = set;
  return { ...user, preferences: rest };
}

/** The name of a user's entry in the cache, and of the tag that everything made from it carries. */
export function userCacheKey(userId: string): string {
  return `user:${userId}`;
}
