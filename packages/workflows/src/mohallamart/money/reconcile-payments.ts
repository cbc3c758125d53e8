import type { ListedSpan, Page, Refund } from "@org/integrations/payments/port";
import { refundNews } from "@org/stores/mohallamart/money/money-events";
import type { MoneyDifference, Reconciliation } from "@org/stores/mohallamart/port";
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
        "Nobody waits for it, and giving up loses the pages done: eight retries reach over half an hour of an outage.",
      ),
      throttle: sendingShare("reconcile-payments", ports.limits),
    },
    async ({ event, step }) => {
      const vendor = ports.payments;
      if (!vendor) return { skipped: "No payment vendor is configured: every order is paid in cash." };
      const now = eventTime(event);
      const to = new Date(now.getTime() - settling).toISOString();
      const compared = { from: new Date(now.getTime() - span).toISOString(), to };
      const payments = await comparePages(step, "payments", {
        list: (cursor) => vendor.listPayments({ ...compared, ...cursor }),
        compare: (page) => paymentDifferences(ports, page),
      });
      const refunds = await comparePages(step, "refunds", {
        list: (cursor) => vendor.listRefunds({ ...compared, ...cursor }),
        compare: (page) => compareRefunds(ports, page),
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
  list(cursor: Pick<ListedSpan, "cursor">): Promise<Page<Entry>>;
  compare(page: readonly Entry[]): Promise<MoneyDifference[]>;
}

interface Compared {
  listed: number;
  differences: MoneyDifference[];
}

/** A step for each page, so that an outage in the middle costs no page that was compared. */
async function comparePages<Entry>(
  step: WorkflowStep,
  what: "payments" | "refunds",
  { list, compare }: Comparison<Entry>,
): Promise<Compared> {
  const compared: Compared = { listed: 0, differences: [] };
  let cursor: string | undefined;
  for (let page = 1; ; page += 1) {
    const done = await step.run(`compare-${what}:${page}`, async () => {
      const { entries, next } = await list(cursor === undefined ? {} : { cursor });
      return { listed: entries.length, differences: await compare(entries), next: next ?? null };
    });
    compared.listed += done.listed;
    compared.differences.push(...done.differences);
    if (done.next === null) return compared;
    cursor = done.next;
  }
}

/** What of the vendor's refunds we did not know is booked, as its notice would have been. */
async function compareRefunds(
  { money }: Pick<Ports, "money">,
  page: readonly Refund[],
): Promise<MoneyDifference[]> {
  const { differences, missed } = refundDifferences(
    page,
    await money.findMany(page.map(({ paymentId }) => paymentId)),
  );
  for (const refund of missed) await money.bookRefund(refund, refundNews());
  return differences;
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
    severity: "warning",
    title:
      differences.length === 1
        ? "One payment or refund is not as our books say"
        : `${differences.length} payments or refunds are not as our books say`,
    text: [...counted, "Each is listed with what to do next."].join("\n"),
    url: `${webUrl}/operations/payments`,
  } as const;
}
