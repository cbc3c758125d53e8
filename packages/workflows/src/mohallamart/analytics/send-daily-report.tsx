import type { Analytics, StaffMember } from "@org/stores/mohallamart/port";
import { cron, type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message } from "../../deliver.ts";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { settleAll } from "../../settle-all.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { type Brand, brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { dayAt, daysFrom, spanOfDays } from "./calendar.ts";
import { DailyReportEmail, dayName, type Figures } from "./daily-report-email.tsx";

type Ports = Uses<{
  inngest: true;
  analytics: "summary";
  staff: "list";
  limits: true;
  email: "send";
  deliveries: "get" | "record";
  brand: true;
}>;

/**
 * Sends the marketplace's staff the figures of the day before, every morning. Invoked with `{ day: "2026-11-01" }` it
 * sends that day's; nobody gets a day's report twice.
 */
export function sendDailyReport({
  inngest,
  analytics,
  staff,
  email,
  deliveries,
  limits,
  ...ports
}: Ports): InngestFunction.Any {
  const brand = brandOf(ports);
  return inngest.createFunction(
    {
      id: "send-daily-report",
      triggers: [cron(`TZ=${brand.timeZone} 0 7 * * *`)],
      retries: defaultRetries,
      throttle: sendingShare("send-daily-report", limits),
    },
    async ({ event, step }) => {
      const day = dayOf(event, brand);
      const figures = await step.run("fetch-figures", () => figuresOf(analytics, day, brand));
      const members: StaffMember[] = await step.run("fetch-staff", () => staff.list());
      const body = await step.run("render-report", () =>
        renderBranded(<DailyReportEmail day={day} figures={figures} />, brand),
      );
      // Side by side: nobody waits for the tries of somebody else's email.
      const outcomes = await settleAll(
        members.map(({ staffId, email: to }) =>
          deliver(step, {
            steps: [`send-email:${staffId}`, `record-email-failure:${staffId}`],
            deliveries,
            message: report(day, staffId),
            send: (key) =>
              email.send({ to, subject: `${brand.name} on ${dayName(day, brand)}`, ...body, key }),
          }),
        ),
      );
      if (members.length > 0 && outcomes.every(({ status }) => status === "failed")) {
        throw new NonRetriableError(`Nobody got the report of ${day}: ${outcomes[0]?.reason}`);
      }
      return { day, sent: outcomes.filter(({ status }) => status === "sent").length };
    },
  );
}

/** The day asked for, otherwise the one before the schedule's. */
function dayOf(event: { data: unknown; ts?: number }, { timeZone }: Brand): string {
  const { day } = Object(event.data);
  if (day === undefined) return daysFrom(dayAt(eventTime(event), timeZone), -1);
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) return day;
  throw new NonRetriableError(
    'The day of a report is written as "2026-11-01". Invoke the function with such a day.',
  );
}

async function figuresOf(
  analytics: Pick<Analytics, "summary">,
  day: string,
  { timeZone }: Brand,
): Promise<Figures> {
  return {
    day: await analytics.summary(spanOfDays({ first: day, timeZone })),
    dayBefore: await analytics.summary(spanOfDays({ first: daysFrom(day, -1), timeZone })),
    weekBefore: await analytics.summary(
      spanOfDays({ first: daysFrom(day, -7), last: daysFrom(day, -1), timeZone }),
    ),
  };
}

function report(day: string, staffId: StaffMember["staffId"]): Message {
  return {
    key: `daily-report:${day}:${staffId}:email`,
    subject: day,
    workflow: "send-daily-report",
    recipient: "admin",
    channel: "email",
  };
}
