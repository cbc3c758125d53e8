import type { AnalyticsBucket, AnalyticsSummary } from "@org/stores/mohallamart/port";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { inIndia, readAnalyticsSpan, spanUntil } from "./analytics-view.ts";
import { chartOf } from "./chart.ts";
import { csvOf } from "./csv.ts";
import { type Figure, figuresOf } from "./figures.ts";

const counts = {
  ...{ pageViews: 9, searches: 4, searchConversions: 1, cartsFilled: 2, checkoutsStarted: 2, orders: 2 },
  ...{ revenue: 150.5, ordersCancelled: 1, revenueCancelled: 50, sessions: 4, sessionSeconds: 480 },
};
const bucket: AnalyticsBucket = { start: "2026-10-31T18:30:00.000Z", ...counts };
const summary: AnalyticsSummary = {
  ...counts,
  ...{ netRevenue: 100.5, searchConversionRate: 0.25, averageSessionDuration: 120, cartAbandonment: 0 },
  ...{ averageOrderValue: 75.25, orderFrequency: 1 },
  funnel: { visits: 4, filledCart: 3, startedCheckout: 2, ordered: 2 },
};
const figures = figuresOf({
  buckets: [bucket],
  summary,
  emptySearches: [{ query: "=starfruit", searches: 5, visits: 4 }],
  deliveries: [{ channel: "sms", sent: 7, failed: 2, unknown: 1 }],
});
const figure = (name: string): Figure => figures.find((each) => each.name === name) ?? missing(name);

function missing(name: string): never {
  throw new Error(`There is no figure ${name}.`);
}

it.each([
  ["revenue", [150.5, 50]],
  ["orders", [2, 1]],
  ["value", [75.25]],
  ["visits", [4, 2, 9]],
  ["conversion", [50]],
  ["searches", [4, 1]],
])("the figure of %s says what was counted", (name, values) => {
  expect(figure(name).rows).toEqual([{ of: bucket.start, values }]);
});

it("the funnel says of each step how many came that far", () => {
  expect(figure("funnel").rows.map(({ of, values }) => [of, ...values])).toEqual([
    ["Visited", 4, 100],
    ["Filled a cart", 3, 75],
    ["Began to pay", 2, 50],
    ["Ordered", 2, 50],
  ]);
});

it("what visitors missed is listed, and is no formula in a table program", () => {
  const missed = figure("empty-searches");
  expect(missed.rows).toEqual([{ of: "=starfruit", values: [4, 5] }]);
  expect(csvOf(missed)).toBe("Words,Visits,Searches\r\n'=starfruit,4,5\r\n");
});

it("nothing is divided by no orders and no visits", () => {
  const nothing = figuresOf({
    buckets: [{ ...bucket, orders: 0, sessions: 0, sessionSeconds: 0 }],
    summary: { ...summary, funnel: { visits: 0, filledCart: 0, startedCheckout: 0, ordered: 0 } },
    emptySearches: [],
    deliveries: [],
  });
  const numbers = nothing.flatMap(({ rows }) => rows.flatMap(({ values }) => values));
  expect(numbers.every(Number.isFinite)).toBe(true);
  // The page says so instead of drawing it.
  expect(nothing.find(({ name }) => name === "funnel")?.rows).toEqual([]);
});

it("every chart draws its rows, in the page's colours, and brings no style sheet and no script", () => {
  const within = { from: "2026-10-26T18:30:00.000Z", to: "2026-11-02T18:30:00.000Z" };
  const still = figures.map((each) => ({
    ...each,
    rows: each.rows.map((row) => ({ ...row, values: row.values.map(() => 0) })),
  }));
  for (const each of [...figures, ...still]) {
    const drawn = chartOf(each, "day", within);
    const { document } = parseHTML(`<body>${drawn}</body>`);
    expect(document.querySelectorAll("rect")).toHaveLength(each.rows.length);
    expect(drawn).toContain("var(--link)");
    expect(drawn).not.toMatch(/<style| style=|<script|NaN/);
  }
});

it.each([
  [0, ["0", "1"]],
  [1, ["0", "1"]],
  [3, ["0", "1", "2", "3"]],
  [8, ["0", "2", "4", "6", "8"]],
  [2_600, ["0", "1K", "2K"]],
])("a chart of counts up to %i is marked at whole numbers", (most, marks) => {
  const within = { from: "2026-10-26T18:30:00.000Z", to: "2026-11-02T18:30:00.000Z" };
  const given = { ...figure("orders"), rows: [{ of: bucket.start, values: [most] }] };
  const { document } = parseHTML(`<body>${chartOf(given, "day", within)}</body>`);
  const shown = [...document.querySelectorAll('[aria-label="y-axis tick label"] text')];
  expect(shown.map(({ textContent }) => textContent)).toEqual(marks);
});

it("a table is taken along as CSV, with India's times and their zone", () => {
  expect(csvOf(figure("revenue"))).toBe(
    'Start,Rupees,"Cancelled since, rupees"\r\n2026-11-01T00:00+05:30,150.5,50\r\n',
  );
  expect(csvOf(figure("deliveries"))).toBe("Channel,Sent,Failed,Not certain\r\nSMS,7,2,1\r\n");
});

it("days are India's, and today is one of them", () => {
  const justAfterMidnight = Date.parse("2026-11-01T18:31:00Z");
  expect(spanUntil("week", justAfterMidnight)).toEqual({
    ...{ bucket: "day", from: "2026-10-26T18:30:00.000Z", to: "2026-11-02T18:30:00.000Z" },
  });
  expect(spanUntil("week", justAfterMidnight - 120_000).to).toBe("2026-11-01T18:30:00.000Z");
  expect(spanUntil("day", justAfterMidnight)).toMatchObject({
    bucket: "hour",
    from: "2026-10-31T19:30:00.000Z",
    to: "2026-11-01T19:30:00.000Z",
  });
  expect(inIndia("2026-11-01T18:30:00.000Z")).toBe("2026-11-02T00:00+05:30");
});

it.each([undefined, null, "", "decade"])("reads the span of an address that says %j as a week", (asked) => {
  expect(readAnalyticsSpan(asked)).toBe("week");
});
