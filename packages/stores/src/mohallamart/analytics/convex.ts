import { storable } from "@org/events/text";
import type { FunctionReturnType } from "convex/server";
import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { everyPage } from "../../convex/pages.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { Analytics, AnalyticsEvent, Bucket, Span, UserFeatures } from "../port.ts";
import { countsOf, inRupees, noCounts, visitOf } from "./counts.ts";
import { tallied } from "./empty-searches.ts";
import { summaryFrom, sumOf } from "./summary.ts";

/** Events of one mutation: each may touch a visit and a person of its own. */
const eventsAtOnce = 200;

export function convexAnalytics(deployment: ConvexDeployment): Analytics {
  const { query, mutation } = marketCalls(deployment, "analytics");
  const { analytics } = functions;

  const bucketsOf = (bucket: Bucket, span: Span) =>
    everyPage<number, BucketRow>(Date.parse(span.from), async (from) => {
      const page = await query(analytics.buckets, { bucket, from, to: Date.parse(span.to) });
      return { rows: page.buckets, next: page.next };
    });

  const buyersOf = (span: Span) =>
    everyPage<string, string>("", async (cursor) => {
      const times = { from: Date.parse(span.from), to: Date.parse(span.to) };
      const page = await query(analytics.buyers, { ...times, cursor: cursor || null });
      return { rows: page.userIds, next: page.next };
    });

  return {
    async record(events) {
      const each = [...new Map(events.map((event) => [event.eventId, event])).values()];
      let recorded = 0;
      for (let from = 0; from < each.length; from += eventsAtOnce)
        recorded += await mutation(analytics.record, {
          events: each.slice(from, from + eventsAtOnce).map(countedFrom),
        });
      return recorded;
    },

    async buckets({ bucket, ...span }) {
      const rows = await bucketsOf(bucket, span);
      return rows.filter(isFilled).map(({ start, counts, visits }) => ({
        start: new Date(start).toISOString(),
        ...inRupees(counts),
        sessions: visits.visits,
        sessionSeconds: visits.milliseconds / 1_000,
      }));
    },

    async summary(span) {
      const rows = await bucketsOf("hour", span);
      const buyers = await buyersOf(span);
      const sum = (name: keyof BucketRow["visits"]) =>
        rows.reduce((total, { visits }) => total + visits[name], 0);
      return summaryFrom({
        total: rows.map(({ counts }) => counts).reduce(sumOf, noCounts),
        visits: {
          visits: sum("visits"),
          seconds: sum("milliseconds") / 1_000,
          filledCart: sum("filledCart"),
          startedCheckout: sum("startedCheckout"),
          ordered: sum("ordered"),
          abandoned: sum("abandoned"),
        },
        buyers: { orders: buyers.length, customers: new Set(buyers).size },
      });
    },

    async emptySearches(span) {
      const times = { from: Date.parse(span.from), to: Date.parse(span.to) };
      const found = await everyPage<string, { query: string; sessionId: string }>("", async (cursor) => {
        const page = await query(analytics.emptySearches, { ...times, cursor: cursor || null });
        return { rows: page.searches, next: page.next };
      });
      return tallied(found);
    },

    async features({ after = "", limit }) {
      const rows = await query(analytics.features, { after, limit });
      return rows.map(
        ({ userId, counts, sessions, firstAt, lastAt }): UserFeatures => ({
          userId,
          ...inRupees(counts),
          sessions,
          firstSeenAt: new Date(firstAt).toISOString(),
          lastSeenAt: new Date(lastAt).toISOString(),
        }),
      );
    },
  };
}

type BucketRow = FunctionReturnType<typeof functions.analytics.buckets>["buckets"][number];

/** A bucket is left empty when the visit that it was made for turns out to have begun earlier. */
function isFilled({ counts, visits }: BucketRow): boolean {
  return [...Object.values(counts), ...Object.values(visits)].some((count) => count !== 0);
}

function countedFrom(event: AnalyticsEvent) {
  const { eventId, userId, sessionId, properties, at } = event;
  return {
    eventId,
    event: event.event,
    userId,
    sessionId: sessionId && storable(sessionId),
    properties: JSON.stringify(properties),
    at: Date.parse(at),
    counts: countsOf(event),
    visit: visitOf(event),
  };
}
