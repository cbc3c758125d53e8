import { shopkeeperApplied } from "@org/events/mohallamart/shopkeeper-applied";
import { shopkeeperApproved } from "@org/events/mohallamart/shopkeeper-approved";
import type { ApplicationStatus } from "@org/stores/mohallamart/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { findApplication } from "./find-application.ts";
import { tellApplicant, tellStaff } from "./tell-about-application.ts";

type Ports = Uses<{
  inngest: true;
  shopkeepers: "get" | "application" | "lapse";
  shops: "get";
  staff: "list";
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
    { id: "verify-shopkeeper", triggers: [shopkeeperApplied], retries: defaultRetries },
    async ({ event, step }) => {
      const { shopkeeperId } = event.data;
      const match = "data.shopkeeperId";
      const told = { shopkeeperId, cause: event };
      const status = await step.run(
        "fetch-application",
        async () => (await findApplication(ports, shopkeeperId)).application.status,
      );
      if (status !== "applied") return { application: status };

      if ((await tellStaff(step, ports, { ...told, round: "request", waitingDays: 0 })) === 0) {
        throw new NonRetriableError(
          `Nobody can verify shopkeeper ${shopkeeperId}: there is no staff. Add a member.`,
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

      await tellStaff(step, ports, { ...told, round: "reminder", waitingDays: 2 });
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
      return { application: end, applicant: await tellApplicant(step, told) };
    },
  );
}
