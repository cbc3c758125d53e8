import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { counts, type visits } from "./analyticsTables.ts";

/** An event with what it adds to counts, and what it says about its visit; `properties` is JSON text. */
export const counted = v.object({
  eventId: v.string(),
  event: v.string(),
  userId: v.optional(v.string()),
  sessionId: v.optional(v.string()),
  properties: v.string(),
  at: v.number(),
  counts,
  visit: v.object({ filledCart: v.boolean(), startedCheckout: v.boolean(), ordered: v.boolean() }),
});
export type Counted = Infer<typeof counted>;
type Counts = Infer<typeof counts>;
type Visits = Infer<typeof visits>;
type Bucket = Doc<"analyticsBuckets">["bucket"];

const noVisits: Visits = {
  visits: 0,
  milliseconds: 0,
  filledCart: 0,
  startedCheckout: 0,
  ordered: 0,
  abandoned: 0,
};
export const noCounts: Counts = {
  pageViews: 0,
  searches: 0,
  searchConversions: 0,
  cartsFilled: 0,
  checkoutsStarted: 0,
  orders: 0,
  revenuePaise: 0,
  ordersCancelled: 0,
  cancelledPaise: 0,
};

const lengths = { hour: 3_600_000, day: 86_400_000 } as const satisfies Record<Bucket, number>;
/** India has one time all year: UTC+5:30. */
const india = 5.5 * 3_600_000;

function startOf(bucket: Bucket, at: number): number {
  const length = lengths[bucket];
  return Math.floor((at + india) / length) * length - india;
}

/** What a mutation adds to buckets, so that each of them is written once. */
export function bucketChanges() {
  const changes = new Map<string, { bucket: Bucket; start: number; counts: Counts; visits: Visits }>();

  function each(at: number, add: (change: { counts: Counts; visits: Visits }) => void): void {
    for (const bucket of ["hour", "day"] as const) {
      const start = startOf(bucket, at);
      const key = `${bucket} ${start}`;
      const change = changes.get(key) ?? { bucket, start, counts: { ...noCounts }, visits: { ...noVisits } };
      changes.set(key, change);
      add(change);
    }
  }

  return {
    count: (at: number, counts: Counts) =>
      each(at, (change) => {
        change.counts = sumOf(change.counts, counts);
      }),
    visit: (session: Session, sign: 1 | -1) =>
      each(session.firstAt, (change) => {
        change.visits = sumOf(change.visits, visitOf(session), sign);
      }),
    async write(context: MutationCtx): Promise<void> {
      for (const { bucket, start, counts, visits } of changes.values()) {
        const kept = await context.db
          .query("analyticsBuckets")
          .withIndex("byStart", (index) => index.eq("bucket", bucket).eq("start", start))
          .unique();
        const sums = {
          counts: sumOf(kept?.counts ?? noCounts, counts),
          visits: sumOf(kept?.visits ?? noVisits, visits),
        };
        if (kept) await context.db.patch(kept._id, sums);
        else await context.db.insert("analyticsBuckets", { bucket, start, ...sums });
      }
    },
  };
}

export type Session = Omit<Doc<"analyticsSessions">, "_id" | "_creationTime">;

function visitOf({ firstAt, lastAt, filledCart, startedCheckout, ordered }: Session): Visits {
  return {
    visits: 1,
    milliseconds: lastAt - firstAt,
    filledCart: Number(filledCart),
    startedCheckout: Number(startedCheckout),
    ordered: Number(ordered),
    abandoned: Number(filledCart && !ordered),
  };
}

/** Of numbers alone. */
export function sumOf<Numbers extends Record<string, number>>(
  a: Numbers,
  b: Record<keyof Numbers, number>,
  sign: 1 | -1 = 1,
): Numbers {
  const entries = Object.entries(a).map(([name, value]) => [name, value + sign * (b[name] ?? 0)]);
  return { ...a, ...Object.fromEntries(entries) };
}

export const sessionWithId = (context: QueryCtx, sessionId: string) =>
  context.db
    .query("analyticsSessions")
    .withIndex("bySession", (index) => index.eq("sessionId", sessionId))
    .unique();
