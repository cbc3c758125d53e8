import type { ChannelCounts } from "@org/stores/deliveries/port";
import type { AnalyticsBucket, AnalyticsSummary, EmptySearch } from "@org/stores/mohallamart/port";
import { channelNames } from "../delivery-words.ts";

interface FigureRow {
  /** When a bucket starts, ISO 8601, or what is counted. */
  of: string;
  /** One a column. */
  values: readonly number[];
}

/** A chart with its numbers. */
export interface Figure {
  /** Names it in addresses. */
  name: string;
  title: string;
  /** Whether its rows are hours or days, things that are counted, or what visitors typed, which is in no chart. */
  by: "time" | "thing" | "words";
  /** What its rows are, then what its columns are; the chart shows the first one. */
  columns: readonly [string, string, ...string[]];
  rows: readonly FigureRow[];
}

export interface Analysed {
  buckets: readonly AnalyticsBucket[];
  summary: AnalyticsSummary;
  emptySearches: readonly EmptySearch[];
  deliveries: readonly ChannelCounts[];
}

/** All that the page shows, in its order. */
export function figuresOf({ buckets, summary, emptySearches, deliveries }: Analysed): Figure[] {
  const byTime = (
    name: string,
    title: string,
    columns: Figure["columns"],
    valuesOf: (bucket: AnalyticsBucket) => readonly number[],
  ): Figure => ({
    ...{ name, title, columns, by: "time" },
    rows: buckets.map((bucket) => ({ of: bucket.start, values: valuesOf(bucket) })),
  });
  return [
    byTime("revenue", "Revenue", ["Start", "Rupees", "Cancelled since, rupees"], (each) => [
      each.revenue,
      each.revenueCancelled,
    ]),
    byTime("orders", "Orders", ["Start", "Placed", "Cancelled"], (each) => [
      each.orders,
      each.ordersCancelled,
    ]),
    byTime("value", "Value of an order", ["Start", "Rupees on average"], (each) => [
      rounded(each.revenue, each.orders),
    ]),
    byTime("visits", "Visits", ["Start", "Visits", "Minutes on average", "Pages seen"], (each) => [
      each.sessions,
      rounded(each.sessionSeconds / 60, each.sessions),
      each.pageViews,
    ]),
    byTime("conversion", "Conversion", ["Start", "Orders in 100 visits"], (each) => [
      rounded(100 * each.orders, each.sessions),
    ]),
    byTime("searches", "Searches", ["Start", "Searches", "Led to a product"], (each) => [
      each.searches,
      each.searchConversions,
    ]),
    {
      ...{ name: "empty-searches", title: "Searched for, found nothing", by: "words" },
      columns: ["Words", "Visits", "Searches"],
      rows: emptySearches.map(({ query, visits, searches }) => ({ of: query, values: [visits, searches] })),
    },
    funnel(summary),
    {
      ...{ name: "deliveries", title: "Messages by channel", by: "thing" },
      columns: ["Channel", "Sent", "Failed", "Not certain"],
      rows: deliveries.map(({ channel, sent, failed, unknown }) => ({
        of: channelNames[channel],
        values: [sent, failed, unknown],
      })),
    },
  ];
}

function funnel({ funnel: { visits, filledCart, startedCheckout, ordered } }: AnalyticsSummary): Figure {
  const steps: [string, number][] = [
    ["Visited", visits],
    ["Filled a cart", filledCart],
    ["Began to pay", startedCheckout],
    ["Ordered", ordered],
  ];
  return {
    ...{ name: "funnel", title: "How far visits came", by: "thing" },
    columns: ["Step", "Visits", "In 100 visits"],
    // Of no visit there is nothing to draw.
    rows:
      visits === 0 ? [] : steps.map(([of, count]) => ({ of, values: [count, rounded(100 * count, visits)] })),
  };
}

/** To two places; 0 of nothing. */
function rounded(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100) / 100;
}
