import { cron, type InngestFunction } from "inngest";
import { eventTime } from "../event-time.ts";
import { defaultRetries } from "../retry-policy.ts";
import { sendingShare } from "../vendor-limits.ts";
import { digestText } from "./digest-text.ts";
import type { Uses } from "./ports.ts";

type Ports = Uses<{
  inngest: true;
  alerts: "send";
  deadLetters: "openByWorkflow";
  doubts: "count";
  measurements: "totals";
  outbox: "state";
  suppressions: "counts";
  webUrl: true;
  limits: true;
}>;

const day = 24 * 3_600_000;
const group = "operations-digest";

/**
 * Tells the people who run the system how the week went: what failed, what was slow, what waits for somebody, and what to do
 * about each. Once a week, also when it is run again within it.
 */
export function sendOperationsDigest({
  inngest,
  alerts,
  webUrl,
  limits,
  ...ports
}: Ports): InngestFunction.Any {
  const { deadLetters, doubts, measurements, outbox, suppressions } = ports;
  return inngest.createFunction(
    {
      id: "send-operations-digest",
      triggers: [cron("TZ=Asia/Kolkata 0 9 * * 1")],
      retries: defaultRetries,
      throttle: sendingShare("send-operations-digest", limits),
    },
    async ({ event, step }) => {
      const monday = mondayOf(eventTime(event));
      const text = await step.run("look-at-the-week", async () => {
        const since = new Date(eventTime(event).getTime() - 7 * day).toISOString();
        const [measured, letters, inDoubt, waiting, suppressed] = await Promise.all([
          measurements.totals({ since }),
          deadLetters.openByWorkflow(),
          doubts.count(),
          outbox.state(),
          suppressions.counts(),
        ]);
        const week = { measured, letters, inDoubt, outbox: waiting, suppressed };
        return digestText(week, `${webUrl}/operations`);
      });
      await step.run("send-digest", () =>
        alerts.send({
          group,
          key: `${group}:${monday}`,
          // The week's own time, so that it is one alert whenever it is sent.
          at: `${monday}T00:00:00.000Z`,
          severity: "note",
          title: `Operations, the week up to ${monday}`,
          text,
          url: `${webUrl}/operations`,
        }),
      );
      return { week: monday };
    },
  );
}

/** The Monday that began the week of a time, as `2026-11-23`; by UTC, whose Monday has begun when it is nine in India. */
function mondayOf(time: Date): string {
  const sinceMonday = (time.getUTCDay() + 6) % 7;
  return new Date(time.getTime() - sinceMonday * day).toISOString().slice(0, 10);
}
