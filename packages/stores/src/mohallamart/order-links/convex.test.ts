import { convexBridge } from "../../testing/convex-bridge.ts";
import { convexMohallaMartStores } from "../convex.ts";
import { orderLinkContract } from "./contract.ts";
import { convexOrderLinks } from "./convex.ts";

const bridge = await convexBridge();
const emptied = ["orderLinks", "orders", "users", "closedAccounts"] as const;

orderLinkContract("Convex", {
  stores: convexMohallaMartStores(bridge.deployment),
  linksWith: (secrets) => convexOrderLinks(bridge.deployment, secrets),
  kept: () =>
    bridge.run(async ({ db }) =>
      (await db.query("orderLinks").collect()).map(({ tokenHash, orderId }) => ({ tokenHash, orderId })),
    ),
  reset: () =>
    bridge.run(async ({ db }) => {
      for (const table of emptied)
        for (const { _id } of await db.query(table).collect()) await db.delete(_id);
    }),
});
