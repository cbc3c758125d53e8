import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import { UnknownShopkeeperError } from "@org/stores/mohallamart/errors";
import type { Shopkeepers } from "@org/stores/mohallamart/port";
import type { Outcome, Refusal } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";

export interface Approval {
  shopkeeperId: string;
  /** The id of the member of staff who approves. */
  approvedBy: string;
}

/** `decided`: somebody was faster, or it has lapsed. */
export type ApprovalCode = "decided" | "unknown-application";

export const decidedBefore: Refusal<"decided", never> = {
  ok: false,
  code: "decided",
  message: "Nothing was changed: the application was decided before, or has lapsed.",
};

export const unknownApplication = [
  [UnknownShopkeeperError, "unknown-application", "There is no such application."],
] as const;

/** Staff approves an application to open a shop, with the event that this causes. */
export function approveApplication({ shopkeepers }: { shopkeepers: Pick<Shopkeepers, "approve"> }) {
  return async ({
    shopkeeperId,
    approvedBy,
  }: Approval): Promise<Outcome<{ shopkeeperId: string }, ApprovalCode>> => {
    try {
      const approved = await shopkeepers.approve(shopkeeperId, approvedBy, {
        emit: ({ shopId }) => [shopkeeperApproved.create({ shopkeeperId, shopId, approvedBy })],
      });
      if (approved) return { ok: true, shopkeeperId };
      return decidedBefore;
    } catch (error) {
      return refusalOf(error, unknownApplication);
    }
  };
}
