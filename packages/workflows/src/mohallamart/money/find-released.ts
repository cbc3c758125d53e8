import type { ReleasedPayment, Shop } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import type { Uses } from "../ports.ts";

export type ReleasedPorts = Uses<{ checkouts: "released"; shops: "get" }>;

/** A payment is kept together with its event, so a missing one will not appear later. */
export async function findReleased(
  { checkouts, shops }: ReleasedPorts,
  paymentId: string,
): Promise<{ released: ReleasedPayment; shop: Shop | undefined }> {
  const released = await checkouts.released(paymentId);
  if (!released) {
    throw new NonRetriableError(
      `Payment ${paymentId} was not released: it was a month ago, or the event names a wrong one.`,
    );
  }
  return { released, shop: await shops.get(released.shopId) };
}
