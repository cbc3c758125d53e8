import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { shopkeeperId } from "./fields.ts";

export const shopkeeperApplicationReceived = defineEvent({
  name: "shopkeeper.applicationReceived",
  version: "2026-11-27.01",
  category: "shopkeeper",
  owner: "shops",
  kind: "fact",
  summary:
    "Somebody filled in the application to open a shop; the address that they named is asked whether it is theirs, and nobody has applied until it was.",
  key: ["shopkeeperId"],
  data: z.object({
    shopkeeperId: shopkeeperId.describe("Under which they apply once the address is proven"),
  }),
  examples: [{ shopkeeperId: "sk_1000" }, { shopkeeperId: "sk_1001" }],
});
