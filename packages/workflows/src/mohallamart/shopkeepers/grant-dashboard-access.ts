import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { findApproved } from "./find-application.ts";

type Ports = Uses<{
  inngest: true;
  shopkeepers: "get" | "application" | "grantDashboardAccess";
  shops: "get";
}>;

/** Gives an approved shopkeeper the role that opens their shop's dashboard. */
export function grantDashboardAccess(ports: Ports): InngestFunction.Any {
  const { inngest, shopkeepers } = ports;
  return inngest.createFunction(
    { id: "grant-dashboard-access", triggers: [shopkeeperApproved], retries: defaultRetries },
    async ({ event, step }) => {
      const { shopkeeperId } = event.data;
      await step.run("check-approval", () => findApproved(ports, shopkeeperId));
      await step.run("grant-access", () => shopkeepers.grantDashboardAccess(shopkeeperId));
    },
  );
}
