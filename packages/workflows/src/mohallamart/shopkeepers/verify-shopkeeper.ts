import { shopkeeperApplied } from "@org/events/mohallamart/shopkeeper-applied";
import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import type { ApplicationStatus } from "@org/stores/mohallamart/port";
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
 * the run at any time, and 14 days after they were asked the application lapses. What was turned down is found at the
 * next look, before anybody is reminded. It is withdrawn when its account closes.
 */
export function verifyShopkeeper(ports: Ports): InngestFunction.Any {
  const { inngest, shopkeepers } = ports;
  /** An account that closes meanwhile takes its application along. */
  async function statusNow(shopkeeperId: string): Promise<{ status: ApplicationStatus | "withdrawn" }> {
    return { status: (await shopkeepers.application(shopkeeperId))?.status ?? "withdrawn" };
  }
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
      const waiting = await step.run("check-application", () => statusNow(shopkeeperId));
      if (waiting.status !== "applied") return { application: waiting.status };

      await tellStaff(ports, step, found, { round: "reminder", waitingDays: 2 });
      const late = await step.waitForEvent("wait-for-late-approval", {
        ...shopkeeperApproved,
        match,
        timeout: "12d",
      });
      if (late) return { application: "approved" };
      const end = await step.run("lapse", async () => {
        // Whoever decides first wins; what the store says afterwards is the outcome, also when this is repeated.
        const { status } = await statusNow(shopkeeperId);
        if (status !== "applied") return status;
        await shopkeepers.lapse(shopkeeperId);
        return (await statusNow(shopkeeperId)).status;
      });
      if (end !== "lapsed") return { application: end };
      const { status } = await tellApplicant(ports, step, found);
      return { application: end, applicant: status };
    },
  );
}
