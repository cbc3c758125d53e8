import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import { UnknownShopkeeperError } from "@org/stores/mohallamart/errors";
import type { Shopkeepers } from "@org/stores/mohallamart/port";

/** `decided`: somebody was faster, or it has lapsed. */
export type ApprovalOutcome = "approved" | "decided" | "unknown";

/** Approves an application, with the event it causes. */
export async function approveApplication(
  shopkeepers: Shopkeepers,
  shopkeeperId: string,
  approvedBy: string,
): Promise<ApprovalOutcome> {
  try {
    const approved = await shopkeepers.approve(shopkeeperId, approvedBy, {
      emit: ({ shopId }) => [shopkeeperApproved.create({ shopkeeperId, shopId, approvedBy })],
    });
    return approved ? "approved" : "decided";
  } catch (error) {
    if (error instanceof UnknownShopkeeperError) return "unknown";
    throw error;
  }
}
