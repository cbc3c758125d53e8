import { notificationDigestGenerate } from "@org/events/ten-ocean/notification-digest-generate";
import { cron, type InngestFunction } from "inngest";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { digestCron, spanDue } from "./digest-schedule.ts";

type Ports = Uses<{ inngest: true; digests: "last"; brand: true }>;

/**
 * Asks for the week's digest on Monday morning, of everything since the last one: a week that was missed is made up for
 * by the next.
 */
export function askForWeeklyDigest({ inngest, digests, ...ports }: Ports): InngestFunction.Any {
  const brand = brandOf(ports);
  return inngest.createFunction(
    {
      id: "ask-for-weekly-digest",
      triggers: [cron(digestCron("weekly", brand))],
      retries: defaultRetries,
    },
    async ({ event, step }) => {
      const due = spanDue("weekly", eventTime(event), brand);
      const last = await step.run("find-last-digest", async () => (await digests.last("weekly")) ?? null);
      if (last && last.until >= due.until) return { asked: false, until: due.until };
      const span = { ...due, since: last?.until ?? due.since };
      await step.sendEvent("ask-for-digest", notificationDigestGenerate.create(span));
      return { asked: true, ...span };
    },
  );
}
