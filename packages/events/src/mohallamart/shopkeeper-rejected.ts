import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { adminId } from "../internal/fields/ids.ts";
import { shopId, shopkeeperId } from "./fields.ts";

export const shopkeeperRejected = defineEvent({
  name: "shopkeeper.rejected",
  version: "2026-11-27.01",
  category: "shopkeeper",
  owner: "shops",
  kind: "fact",
  summary:
    "An application was turned down; the applicant is told why, and that they may apply again. The reason stays with the application. Our addition to the product's catalogue.",
  key: ["shopkeeperId", "shopId"],
  data: z.object({
    shopkeeperId,
    shopId,
    /** The admin who decided. */
    rejectedBy: adminId,
  }),
  examples: [
    { shopkeeperId: "sk_1000", shopId: "shop_791", rejectedBy: "admin_001" },
    { shopkeeperId: "sk_1001", shopId: "shop_792", rejectedBy: "admin_001" },
  ],
});
