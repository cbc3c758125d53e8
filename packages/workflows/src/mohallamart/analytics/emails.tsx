import type { Analytics } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { type Brand, brandOf } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import { emailTemplate } from "../notifications/email-template.ts";
import { daysFrom, spanOfDays } from "./calendar.ts";
import { DailyReportEmail, dayName, type Figures } from "./daily-report-email.tsx";

/** To somebody on the staff: the figures of a day. */
export const dailyReport = emailTemplate({
  name: "daily-report",
  data: z.object({ day: z.string(), staffId: z.string() }),
  async write({ data: { day, staffId }, ports }) {
    const member = await ports.staff.get(staffId);
    if (!member) return { skipped: `${staffId} is on the staff no more.` };
    const brand = brandOf(ports);
    const figures = await figuresOf(ports.analytics, day, brand);
    const body = await renderBranded(
      <DailyReportEmail day={day} figures={figures} operationsUrl={`${ports.webUrl}/operations`} />,
      brand,
    );
    return { to: member.email, subject: `${brand.name} on ${dayName(day, brand)}`, ...body };
  },
});

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
