import { shopkeeperApplied } from "@org/events/mohallamart/shopkeeper-applied";
import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import { type InngestFunction, NonRetriableError } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { findApplication } from "./find-application.ts";
import { tellApplicant, tellStaff } from "./tell-about-application.tsx";

type Ports = Uses<{
  inngest: true;
  shopkeepers: "get" | "application" | "lapse";
  shops: "get";
  staff: "list";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  webUrl: true;
  brand: true;
}>;

/**
 * Has staff verify someone who wants to open a shop. They are asked at once and reminded after 2 days; the approval ends
 * the run at any time, and 14 days after they were asked the application lapses.
 */
export function verifyShopkeeper(ports: Ports): InngestFunction.Any {
  const { inngest, shopkeepers } = ports;
  return inngest.createFunction(
    {
      id: "verify-shopkeeper",
      triggers: [shopkeeperApplied],
      retries: defaultRetries,
      throttle: sendingShare("verify-shopkeeper", ports.limits),
    },
    async ({ event, step }) => {
      const { shopkeeperId } = event.data;
      const match = "data.shopkeeperId";
      const found = await step.run("fetch-application", () => findApplication(ports, shopkeeperId));
      if (found.application.status !== "applied") return { application: found.application.status };

      const told = await tellStaff(ports, step, found, { round: "request", waitingDays: 0 });
      if (told.every(({ status }) => status === "failed")) {
        throw new NonRetriableError(
          `Nobody can verify shopkeeper ${shopkeeperId}: ${told[0]?.reason ?? "there is no staff. Add a member."}`,
        );
      }
      const approval = await step.waitForEvent("wait-for-approval", {
        ...shopkeeperApproved,
        match,
        timeout: "2d",
      });
      if (approval) return { application: "approved" };
      // An approval from before the wait began has not ended it.
      const { application } = await step.run("check-application", () => findApplication(ports, shopkeeperId));
      if (application.status !== "applied") return { application: application.status };

      await tellStaff(ports, step, found, { round: "reminder", waitingDays: 2 });
      const late = await step.waitForEvent("wait-for-late-approval", {
        ...shopkeeperApproved,
        match,
        timeout: "12d",
      });
      if (late) return { application: "approved" };
      const end = await step.run("lapse", async () => {
        // Whoever decides first wins; what the store says afterwards is the outcome, also when this is repeated.
        await shopkeepers.lapse(shopkeeperId);
        return (await findApplication(ports, shopkeeperId)).application.status;
      });
      if (end !== "lapsed") return { application: end };
      const { status } = await tellApplicant(ports, step, found);
      return { application: end, applicant: status };
    },
  );
}
