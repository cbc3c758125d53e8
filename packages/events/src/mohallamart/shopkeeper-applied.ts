import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { userId } from "../internal/fields/ids.ts";
import { shopId, shopkeeperId } from "./fields.ts";

export const shopkeeperApplied = defineEvent({
  name: "shopkeeper.applied",
  version: "2026-11-01.01",
  category: "shopkeeper",
  owner: "shops",
  kind: "fact",
  summary: "Someone applied to open a shop; the admins are asked to verify the application.",
  key: ["shopkeeperId", "shopId"],
  data: z.object({ shopkeeperId, shopId, userId }),
  examples: [
    { shopkeeperId: "sk_1000", shopId: "shop_791", userId: "user_301" },
    { shopkeeperId: "sk_1001", shopId: "shop_792", userId: "user_302" },
  ],
});
