import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx } from "./_generated/server.js";
import { append, newEvent, withId } from "./outboxRows.ts";
import { serviceMutation } from "./service.ts";
import { forgetTraces, sweepTraces, tracesOf } from "./traceRows.ts";
import { within } from "./within.ts";

const taken = v.object({
  id: v.string(),
  payload: v.string(),
  resends: v.number(),
  /** Milliseconds since it was accepted last. */
  age: v.number(),
  isLost: v.boolean(),
  /** From when it would have been looked at. */
  lookFrom: v.number(),
  traces: v.array(v.object({ functionId: v.string(), ended: v.boolean() })),
});

/**
 * The accepted events whose time is up, with what was seen of them. Nobody else gets them for the time of the lease, and
 * what somebody who died had taken is due again after that.
 */
export const take = serviceMutation({
  args: { lostAfter: v.number(), limit: v.number(), lease: v.number() },
  returns: v.object({ events: v.array(taken), hasMore: v.boolean() }),
  handler: async (context, { lostAfter, limit, lease }) => {
    const now = Date.now();
    const due = context.db
      .query("outbox")
      .withIndex("byLook", (index) => index.gt("lookFrom", 0).lt("lookFrom", now - lostAfter));
    const { rows, hasMore } = await within(due, limit, ({ payload }) => payload);
    const events: Infer<typeof taken>[] = [];
    for (const row of rows) {
      events.push(await takenFrom(context, row, now));
      await context.db.patch(row._id, { lookFrom: now + lease - lostAfter });
    }
    if (rows.length === 0) await sweepTraces(context);
    return { events, hasMore };
  },
});

async function takenFrom(context: MutationCtx, row: Doc<"outbox">, now: number) {
  const { id, payload, resends, acceptedAt = now, lostSince, lookFrom = now } = row;
  const traces = await tracesOf(context, id);
  return {
    ...{ id, payload, resends, lookFrom, age: now - acceptedAt, isLost: lostSince !== undefined },
    traces: traces.map(({ functionId, ended }) => ({ functionId, ended })),
  };
}

/** What was found out of one event. */
const finding = v.object({
  id: v.string(),
  /** `untouched`: it could not be sent again, and is as it was. */
  found: v.union(v.literal("traced"), v.literal("resent"), v.literal("waits"), v.literal("untouched")),
  isLost: v.boolean(),
  /** From when it is looked at again; absent of what is traced. */
  lookFrom: v.optional(v.number()),
});

/** Books what was found out, with the events that tell of it. What changed meanwhile is left as it is. */
export const book = serviceMutation({
  args: { findings: v.array(finding), events: v.array(newEvent) },
  returns: v.null(),
  handler: async (context, { findings, events }) => {
    for (const each of findings) await bookOne(context, each);
    await append(context, events);
    return null;
  },
});

async function bookOne(context: MutationCtx, { id, found, isLost, lookFrom }: Infer<typeof finding>) {
  const row = await withId(context, id);
  if (!row?.isAccepted) return;
  const now = Date.now();
  if (found === "traced") {
    await context.db.patch(row._id, { tracedAt: now, lookFrom: undefined, lostSince: undefined });
    await forgetTraces(context, id);
    return;
  }
  const again = found === "resent" ? { acceptedAt: now, resends: row.resends + 1 } : {};
  const lost = isLost ? { lostSince: row.lostSince ?? now } : {};
  await context.db.patch(row._id, { ...again, ...lost, lookFrom });
}
