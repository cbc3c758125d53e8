import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { adminId } from "../internal/fields/ids.ts";
import { shopId, shopkeeperId } from "./fields.ts";

export const shopkeeperApproved = defineEvent({
  name: "shopkeeper.approved",
  version: "2026-11-01.01",
  category: "shopkeeper",
  owner: "shops",
  kind: "fact",
  summary: "An application was approved; the shop is listed, its owner is welcomed and gets the dashboard.",
  key: ["shopkeeperId", "shopId"],
  data: z.object({
    shopkeeperId,
    shopId,
    /** The admin who decided. */
    approvedBy: adminId,
  }),
  examples: [
    { shopkeeperId: "sk_999", shopId: "shop_789", approvedBy: "admin_001" },
    { shopkeeperId: "sk_1000", shopId: "shop_791", approvedBy: "admin_001" },
  ],
});
