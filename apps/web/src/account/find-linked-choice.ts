import type { Preferences } from "@org/stores/mohallamart/port";
import { mohallaMart } from "../stores.ts";

export interface LinkedChoice extends Pick<Preferences, "channels" | "quietHours"> {
  watched: { productId: string; name: string }[];
}

/** What whoever has the link of a message chose; undefined when it is not complete, or nobody's any more. */
export async function findLinkedChoice(token: string): Promise<LinkedChoice | undefined> {
  if (!/^[0-9A-Za-z]{26}$/.test(token)) return undefined;
  const { unsubscribeTokens, preferences, watchers } = mohallaMart();
  const userId = await unsubscribeTokens.find(token);
  if (userId === undefined) return undefined;
  const [chosen, watched] = await Promise.all([preferences.get(userId), watchers.watchedBy(userId)]);
  return chosen && { channels: chosen.channels, quietHours: chosen.quietHours, watched };
}
