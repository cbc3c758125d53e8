import type { StaffMember } from "@org/stores/mohallamart/port";
import { cron, type InngestFunction, NonRetriableError } from "inngest";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { type Brand, brandOf } from "../brand.ts";
import { askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { dayAt, daysFrom } from "./calendar.ts";
import { dailyReport } from "./emails.tsx";

type Ports = Uses<{ inngest: true; staff: "list"; brand: true }>;

/**
 * Sends the marketplace's staff the figures of the day before, every morning. Invoked with `{ day: "2026-11-01" }` it
 * sends that day's; nobody gets a day's report twice.
 */
export function sendDailyReport({ inngest, staff, ...ports }: Ports): InngestFunction.Any {
  const brand = brandOf(ports);
  return inngest.createFunction(
    {
      id: "send-daily-report",
      triggers: [cron(`TZ=${brand.timeZone} 0 7 * * *`)],
      retries: defaultRetries,
    },
    async ({ event, step }) => {
      const day = dayOf(event, brand);
      const staffIds: StaffMember["staffId"][] = await step.run("fetch-staff", async () =>
        (await staff.list()).map(({ staffId }) => staffId),
      );
      await askForEmails(
        step,
        "ask-for-emails",
        staffIds.map((staffId) => ({
          key: `daily-report:${day}:${staffId}:email`,
          content: dailyReport.of({ day, staffId }),
          about: day,
          askedBy: "send-daily-report",
          recipient: "admin",
          cause: event,
        })),
      );
      return { day, asked: staffIds.length };
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
