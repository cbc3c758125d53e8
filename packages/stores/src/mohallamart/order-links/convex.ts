import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import type { LinkSecrets } from "../../links/token.ts";
import { marketCalls } from "../convex-refusals.ts";
import { linksOver } from "./links-over.ts";
import type { OrderLinks } from "./port.ts";

export function convexOrderLinks(deployment: ConvexDeployment, secrets: LinkSecrets): OrderLinks {
  const { query, mutation } = marketCalls(deployment, "order-links");
  const { orderLinks } = functions;
  const rows = {
    async find(orderId: string) {
      const found = await query(orderLinks.get, { orderId });
      if (!found) return undefined;
      const { generation, ...parties } = found;
      return { parties: { orderId, ...parties }, generation };
    },
    async keep({ orderId, tokenHash }: { orderId: string; tokenHash: string }) {
      await mutation(orderLinks.keep, { orderId, tokenHash });
    },
    findByHash: async (tokenHash: string) => (await query(orderLinks.find, { tokenHash })) ?? undefined,
    revoke: (orderId: string) => mutation(orderLinks.revoke, { orderId }),
  };
  return linksOver(rows, secrets);
}
