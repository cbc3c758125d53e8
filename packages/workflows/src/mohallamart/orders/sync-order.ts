import { IntegrationError } from "@org/integrations/error";
import type { PartnerMessage } from "@org/integrations/partners/port";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { settleAll } from "../../settle-all.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { findOrder } from "./find-order.ts";
import { isAccepted } from "./is-accepted.ts";
import { type OrderChange, orderMessages, withAddress } from "./partner-messages.ts";

export type SyncPorts = Uses<{
  orders: "get" | "progress";
  addresses: "ofOrders";
  partners: true;
  brand: true;
}>;

type Follower = keyof typeof orderMessages;
/** A parcel must not set out on news that the partner hears after the cancellation. */
const overtaken = "cancelled-meanwhile";
type Synced = Record<Follower, "sent" | "not-configured" | typeof overtaken>;
type Skipped = { skipped: string };
type Messages = Partial<Record<Follower, PartnerMessage | typeof overtaken>>;
/** `left`: to be tried again by itself. */
type Tried = Synced[Follower] | "left" | { refused: string };

/**
 * Tells the books and the delivery partner of an order's change, both in one step; whoever did not take it then is tried again
 * in a step of its own. One partner's failure does not keep the other from hearing of it, and fails the run at the end.
 * The delivery partner hears no more of what was cancelled before they took it.
 */
export async function syncOrder(
  step: WorkflowStep,
  ports: SyncPorts,
  { orderId, change }: { orderId: string; change: OrderChange },
): Promise<Synced | Skipped> {
  // Formatted once: what a partner gets under one key does not change between two tries.
  const messages: Messages | Skipped = await step.run("format-messages", () =>
    formatMessages(ports, orderId, change),
  );
  if ("skipped" in messages) return messages;
  const tell = (name: Follower) => tellFollower(ports, { orderId, name, message: messages[name] });
  const tried: Record<Follower, Tried> = await step.run("send-messages", async () => ({
    accounting: await triedOnce(() => tell("accounting")),
    delivery: await triedOnce(() => tell("delivery")),
  }));

  async function tellLate(name: Follower): Promise<Synced[Follower]> {
    const order = name === "delivery" ? await ports.orders.get(orderId) : undefined;
    return order && isOver(order, change) ? overtaken : tell(name);
  }
  async function told(name: Follower): Promise<Synced[Follower]> {
    const outcome = tried[name];
    if (outcome === "left") return step.run(`send-message:${name}`, () => tellLate(name));
    if (typeof outcome === "object") throw new NonRetriableError(outcome.refused);
    return outcome;
  }
  const [accounting, delivery] = await settleAll([told("accounting"), told("delivery")]);
  return { accounting, delivery };
}

/** Whether it was cancelled after it changed so; the books want both. */
function isOver(order: Pick<OrderDetails, "status">, change: OrderChange): boolean {
  return order.status === "cancelled" && change.status !== "cancelled";
}

/** A message for each partner that is configured, unless nobody heard of an order that was cancelled. */
async function formatMessages(
  { orders, partners, ...ports }: SyncPorts,
  orderId: string,
  change: OrderChange,
): Promise<Messages | Skipped> {
  const order = await findOrder(orders, orderId);
  if (change.status === "cancelled" && !(await isAccepted(orders, order)))
    return { skipped: `Order ${orderId} was cancelled before anybody heard of it.` };
  return {
    ...(partners.accounting && { accounting: orderMessages.accounting(order, change, brandOf(ports)) }),
    ...(partners.delivery && {
      delivery: isOver(order, change) ? overtaken : orderMessages.delivery(order, change),
    }),
  };
}

async function tellFollower(
  { addresses, partners }: SyncPorts,
  {
    orderId,
    name,
    message,
  }: Pick<OrderDetails, "orderId"> & { name: Follower; message?: PartnerMessage | typeof overtaken },
): Promise<Synced[Follower]> {
  const partner = partners[name];
  if (message === overtaken) return overtaken;
  if (!partner || !message) return "not-configured";
  await partner.send(name === "delivery" ? await withAddress(addresses, { orderId }, message) : message);
  return "sent";
}

/** What may pass is left for a step that waits between its tries; a refusal for good is not repeated. */
async function triedOnce(tell: () => Promise<Synced[Follower]>): Promise<Tried> {
  try {
    return await tell();
  } catch (error) {
    const isFinal = IntegrationError.isInstance(error) && !error.retryable;
    return isFinal ? { refused: error.message } : "left";
  }
}
