import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx } from "./_generated/server.js";
import { ofMessage, recordedFrom, withKey } from "./deliveryRows.ts";
import { channel, delivery, recorded, status } from "./deliveryShapes.ts";
import { append, newEvent } from "./outboxRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

/** The run that sends, whole: `events` is JSON text. */
const run = v.object({ runId: v.string(), app: v.string(), workflow: v.string(), events: v.string() });

/** What one call reads at most; the adapter goes on. */
const readAtOnce = 1_000;

/** All of them or none, with what follows from them. */
export const record = serviceMutation({
  args: { deliveries: v.array(delivery), run: v.optional(run), events: v.array(newEvent) },
  returns: v.null(),
  handler: async (context, { deliveries, run, events }) => {
    const isInDoubt = deliveries.some(({ status }) => status === "unknown");
    if (isInDoubt && run) await keepRun(context, run);
    for (const each of deliveries) await recordOne(context, each, run?.runId);
    await append(context, events);
    return null;
  },
});

async function keepRun(context: MutationCtx, run: Omit<Doc<"runsInDoubt">, "_id" | "_creationTime">) {
  const kept = await context.db
    .query("runsInDoubt")
    .withIndex("byRun", (index) => index.eq("runId", run.runId))
    .unique();
  if (!kept) await context.db.insert("runsInDoubt", run);
}

/** The first outcome that is known counts: what is sent stays sent. A doubt begins when it is recorded first. */
async function recordOne(
  context: MutationCtx,
  given: Infer<typeof delivery>,
  runId: string | undefined,
): Promise<void> {
  const now = Date.now();
  const before = await withKey(context, given.key);
  if (before?.status === "sent") return;
  const { status, messageId, reason } = given;
  const outcome = { status, messageId, reason, recordedAt: now };
  const doubt =
    status === "unknown"
      ? {
          doubtSince: before?.doubtSince ?? now,
          runId: runId ?? before?.runId,
          asked: before?.asked ?? 0,
          toldAt: before?.toldAt,
        }
      : { doubtSince: undefined, runId: undefined, asked: 0, toldAt: undefined };
  if (before) await context.db.patch(before._id, { ...outcome, ...doubt });
  else await context.db.insert("deliveries", { ...given, ...outcome, ...doubt });
}

export const getMany = serviceQuery({
  args: { keys: v.array(v.string()) },
  returns: v.array(recorded),
  handler: async (context, { keys }) => {
    const found = await Promise.all([...new Set(keys)].map((key) => withKey(context, key)));
    return await Promise.all(found.filter((row) => row !== null).map((row) => recordedFrom(context, row)));
  },
});

export const withMessage = serviceQuery({
  args: { channel, messageId: v.string() },
  returns: v.union(v.null(), recorded),
  handler: async (context, { channel, messageId }) => {
    const found = (await ofMessage(context, messageId)).filter((row) => row.channel === channel);
    const [row, another] = found;
    return row && !another ? await recordedFrom(context, row) : null;
  },
});

/** The latest first. `next` is where to go on when there may be more. */
export const ofSubject = serviceQuery({
  args: { subject: v.string(), limit: v.number(), cursor: v.union(v.null(), v.string()) },
  returns: v.object({ deliveries: v.array(recorded), next: v.union(v.null(), v.string()) }),
  handler: async (context, { subject, limit, cursor }) => {
    const { page, isDone, continueCursor } = await context.db
      .query("deliveries")
      .withIndex("bySubject", (index) => index.eq("subject", subject))
      .order("desc")
      .paginate({ numItems: Math.min(limit, readAtOnce), cursor });
    const deliveries = await Promise.all(page.map((row) => recordedFrom(context, row)));
    return { deliveries, next: isDone ? null : continueCursor };
  },
});

/** How many messages of a span ended so, by channel: of one page, and where to go on. */
export const perChannel = serviceQuery({
  args: { status, from: v.number(), to: v.number(), cursor: v.union(v.null(), v.string()) },
  returns: v.object({
    counts: v.object({ email: v.number(), sms: v.number(), push: v.number() }),
    next: v.union(v.null(), v.string()),
  }),
  handler: async (context, { status, from, to, cursor }) => {
    const { page, isDone, continueCursor } = await context.db
      .query("deliveries")
      .withIndex("byAge", (index) => index.eq("status", status).gte("recordedAt", from).lt("recordedAt", to))
      .paginate({ numItems: readAtOnce, cursor });
    const counts = { email: 0, sms: 0, push: 0 };
    for (const { channel } of page) counts[channel] += 1;
    return { counts, next: isDone ? null : continueCursor };
  },
});
