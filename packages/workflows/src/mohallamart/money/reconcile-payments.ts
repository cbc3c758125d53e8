import type { ListedSpan, Page } from "@org/integrations/payments/port";
import { refundNews } from "@org/stores/mohallamart/money/money-events";
import type { MoneyDifference, Reconciliation, RefundToBook } from "@org/stores/mohallamart/port";
import { cron, type InngestFunction } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { eventTime } from "../../event-time.ts";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { dayAt } from "../analytics/calendar.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { paymentDifferences, refundDifferences, unsettledDifferences } from "./money-differences.ts";

type Ports = Uses<{
  inngest: true;
  payments: "listPayments" | "listRefunds";
  money: "findMany" | "unsettled" | "bookRefund" | "keep";
  checkouts: "findByPayment";
  alerts: "send";
  webUrl: true;
  limits: true;
  brand: true;
}>;

const hour = 3_600_000;
/** What is compared each night: long enough for a refund to arrive, or to be missed. */
const span = 10 * 24 * hour;
/** What is younger may be on its way still: a capture is tried for over an hour. */
const settling = 3 * hour;
/** Orders that wait for their money; more than that are a matter of their own. */
const mostUnsettled = 500;

/**
 * Compares our books with the payment vendor's, every night: each payment and refund that it lists with the order that it
 * belongs to, and each order whose money is not settled. A refund of which we missed the news is booked; every other
 * difference is kept with what to do next, and all of a night are one alert.
 */
export function reconcilePayments(ports: Ports): InngestFunction.Any {
  const { timeZone } = brandOf(ports);
  return ports.inngest.createFunction(
    {
      id: "reconcile-payments",
      triggers: [cron(`TZ=${timeZone} 30 4 * * *`)],
      ...retries(
        8,
        "Nobody waits for it, and giving up loses the pages done: it is tried again after a minute, then every five, which reaches over 35 minutes of an outage.",
        [60_000, 300_000],
      ),
      throttle: sendingShare("reconcile-payments", ports.limits),
    },
    async ({ event, step }) => {
      const vendor = ports.payments;
      if (!vendor) return { skipped: "No payment vendor is configured: every order is paid in cash." };
      const now = eventTime(event);
      const to = new Date(now.getTime() - settling).toISOString();
      const compared = { from: new Date(now.getTime() - span).toISOString(), to };
      const payments = await comparePages(step, ports, {
        what: "payments",
        list: (cursor) => vendor.listPayments({ ...compared, ...cursor }),
        compare: async (page) => ({ differences: await paymentDifferences(ports, page), missed: [] }),
      });
      const refunds = await comparePages(step, ports, {
        what: "refunds",
        list: (cursor) => vendor.listRefunds({ ...compared, ...cursor }),
        compare: async (page) =>
          refundDifferences(page, await ports.money.findMany(page.map(({ paymentId }) => paymentId))),
      });
      const waiting = await step.run("find-unsettled", async () =>
        unsettledDifferences(await ports.money.unsettled({ before: to, limit: mostUnsettled }), now),
      );
      const differences = [...payments.differences, ...refunds.differences, ...waiting];
      const day = dayAt(now, timeZone);
      const made = { day, ...compared, payments: payments.listed, refunds: refunds.listed, differences };
      await step.run("keep-comparison", () => ports.money.keep(made));
      if (differences.length > 0) await step.run("send-alert", () => ports.alerts.send(alertOf(made, ports)));
      return { day, payments: payments.listed, refunds: refunds.listed, differences: differences.length };
    },
  );
}

interface Comparison<Entry> {
  what: "payments" | "refunds";
  list(cursor: Pick<ListedSpan, "cursor">): Promise<Page<Entry>>;
  compare(page: readonly Entry[]): Promise<{ differences: MoneyDifference[]; missed: RefundToBook[] }>;
}

interface Compared {
  listed: number;
  differences: MoneyDifference[];
}

/**
 * A step for each page, so that an outage in the middle costs no page that was compared. What we did not know of refunds is
 * booked in a step after it, as its notice would have been: once booked, no repeated comparison finds it.
 */
async function comparePages<Entry>(
  step: WorkflowStep,
  { money }: Pick<Ports, "money">,
  { what, list, compare }: Comparison<Entry>,
): Promise<Compared> {
  const compared: Compared = { listed: 0, differences: [] };
  let cursor: string | undefined;
  for (let page = 1; ; page += 1) {
    const done = await step.run(`compare-${what}:${page}`, async () => {
      const { entries, next } = await list(cursor === undefined ? {} : { cursor });
      return { listed: entries.length, ...(await compare(entries)), next: next ?? null };
    });
    if (done.missed.length > 0) {
      await step.run(`book-${what}:${page}`, async () => {
        for (const refund of done.missed) await money.bookRefund(refund, refundNews());
      });
    }
    compared.listed += done.listed;
    compared.differences.push(...done.differences);
    if (done.next === null) return compared;
    cursor = done.next;
  }
}

function alertOf(
  { day, differences }: Pick<Reconciliation, "day" | "differences">,
  { webUrl }: Pick<Ports, "webUrl">,
) {
  const kinds = [...new Set(differences.map(({ kind }) => kind))];
  const counted = kinds.map((kind) => `${kind}: ${differences.filter((one) => one.kind === kind).length}`);
  return {
    group: "money-differences",
    key: `money-differences:${day}`,
    // The day's own time, so that it is one alert whenever a try of it is sent.
    at: `${day}T00:00:00.000Z`,
    severity: "warning",
    title:
      differences.length === 1
        ? "One payment or refund is not as our books say"
        : `${differences.length} payments or refunds are not as our books say`,
    text: [...counted, "Each is listed with what to do next."].join("\n"),
    url: `${webUrl}/operations/payments`,
  } as const;
}
