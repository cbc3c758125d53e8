import type { OrderDetails } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import { settleAll } from "../../settle-all.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { type OrderChange, orderMessages, withAddress } from "./partner-messages.ts";

export type SyncPorts = Uses<{ addresses: "ofOrders"; partners: true; brand: true }>;

type Followers = keyof typeof orderMessages;
type Synced = Record<Followers, "sent" | "not-configured">;

/**
 * Tells the books and the delivery partner of an order's change. One partner's failure does not keep the other from
 * hearing of it, and fails the run at the end.
 */
export async function syncOrder(
  step: WorkflowStep,
  { addresses, partners, ...ports }: SyncPorts,
  order: OrderDetails,
  change: OrderChange,
): Promise<Synced> {
  // Formatted once: what a partner gets under one key does not change between two tries.
  const format = async (name: Followers) =>
    partners[name] &&
    step.run(`format-message:${name}`, () => orderMessages[name](order, change, brandOf(ports)));

  async function tell(name: Followers, message: Awaited<ReturnType<typeof format>>) {
    const partner = partners[name];
    if (!partner || !message) return "not-configured";
    await step.run(`send-message:${name}`, async () =>
      partner.send(name === "delivery" ? await withAddress(addresses, order, message) : message),
    );
    return "sent";
  }
  // One after the other, for that fails with neither: steps side by side cost calls of the worker.
  const messages = [await format("accounting"), await format("delivery")] as const;
  const [accounting, delivery] = await settleAll([
    tell("accounting", messages[0]),
    tell("delivery", messages[1]),
  ]);
  return { accounting, delivery };
}
