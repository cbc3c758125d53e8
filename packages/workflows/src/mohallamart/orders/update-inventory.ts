import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { cashOrderCreated } from "./payment-triggers.ts";
import { takeStock } from "./take-stock.ts";

type Ports = Uses<{ inngest: true; inventory: "take" }>;

/** Takes a cash order's reserved items out of stock, once, and says so when the last one of a product went. */
export function updateInventory(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "update-inventory",
      triggers: [cashOrderCreated],
      retries: defaultRetries,
      concurrency: { key: "event.data.shopId", limit: 1 },
    },
    async ({ event, step }) => ({ stock: await takeStock(step, ports, event) }),
  );
}
