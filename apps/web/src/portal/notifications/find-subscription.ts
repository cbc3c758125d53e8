import { digests, notificationKinds } from "@org/stores/ten-ocean/notifications/kinds";
import type { Subscription } from "@org/stores/ten-ocean/port";
import { tenOcean } from "../../stores.ts";

export interface FoundSubscription {
  subscription: Subscription;
  /** Whether its emails come at present. */
  isOn: boolean;
  /** How often the digest comes; `on` for a kind of emails. */
  current: "on" | "daily" | "weekly";
}

/** What an unsubscribe link is about; undefined when it is not complete, or nobody's any more. */
export async function findSubscription(token: string, kind: string): Promise<FoundSubscription | undefined> {
  const subscription = subscriptionNamed(kind);
  if (!subscription || !/^[0-9A-Za-z]{26}$/.test(token)) return undefined;
  const { unsubscribeTokens, preferences } = tenOcean();
  const userId = await unsubscribeTokens.find(token);
  const [chosen] = userId === undefined ? [] : await preferences.list([userId]);
  if (!chosen) return undefined;
  if (subscription !== "digest")
    return { subscription, isOn: chosen.kinds[subscription].email, current: "on" };
  const { digest } = chosen;
  return { subscription, isOn: digest !== "off", current: digest === "daily" ? digest : "weekly" };
}

function subscriptionNamed(kind: string): Subscription | undefined {
  return kind === "digest" ? kind : notificationKinds.find((each) => each === kind);
}

/** How the digest came before it was stopped, from the page's address. */
export function digestBefore(before: unknown): "daily" | "weekly" {
  const found = digests.find((each) => each === before);
  return found === "daily" ? found : "weekly";
}
