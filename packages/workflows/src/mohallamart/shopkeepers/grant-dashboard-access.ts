import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { MohallaMartPorts } from "../ports.ts";
import { findApproved } from "./find-application.ts";

/** Gives an approved shopkeeper the role that opens their shop's dashboard. */
export function grantDashboardAccess(ports: MohallaMartPorts): InngestFunction.Any {
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
