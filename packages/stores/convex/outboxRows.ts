import { ConvexError, type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";

/** An event as an adapter writes it; `payload` is JSON text. */
export const newEvent = v.object({
  id: v.string(),
  name: v.string(),
  /** Events of one key are sent one after the other. */
  orderingKey: v.optional(v.string()),
  /** Whom it is about, and in which visit it came about: so it is found when they are erased. */
  userId: v.optional(v.string()),
  sessionId: v.optional(v.string()),
  payload: v.string(),
  subjects: v.optional(v.array(v.string())),
});

/**
 * What follows from a change. Without `events` they depend on what becomes of it: the mutation then changes nothing, and
 * says what would; the adapter makes the events and calls again with that outcome and its time.
 */
export const emit = v.object({
  events: v.optional(v.array(newEvent)),
  /** The outcome for which the events were made, as JSON text. */
  outcome: v.optional(v.string()),
  /** When the outcome was worked out. */
  at: v.optional(v.number()),
});

export type Emit = Infer<typeof emit>;

/** The time of a change, which its outcome may name. */
export function momentOf({ at }: Emit): number {
  return at ?? Date.now();
}

/** @throws ConvexError, which undoes the change, when the events are not those of its outcome. */
export async function emitFor(context: MutationCtx, given: Emit, outcome: unknown): Promise<void> {
  const { events, outcome: expected } = given;
  const actual = JSON.stringify(outcome ?? null);
  if (events === undefined || (expected !== undefined && expected !== actual))
    throw new ConvexError({ eventsFor: actual, at: momentOf(given) });
  await append(context, events);
}

/** Leaves out events whose id is there already. */
export async function append(context: MutationCtx, events: readonly Infer<typeof newEvent>[]): Promise<void> {
  for (const event of events) {
    if (await withId(context, event.id)) continue;
    const { orderingKey } = event;
    const isBehind = orderingKey !== undefined && (await firstOf(context, orderingKey)) !== null;
    await context.db.insert("outbox", {
      ...event,
      stage: isBehind ? "behind" : "fresh",
      isAccepted: false,
      attempts: 0,
      resends: 0,
      createdAt: Date.now(),
    });
  }
}

export const withId = (context: QueryCtx, id: string) =>
  context.db
    .query("outbox")
    .withIndex("byId", (index) => index.eq("id", id))
    .unique();

/** The oldest event of a key that the engine has not accepted. */
export const firstOf = (context: QueryCtx, orderingKey: string): Promise<Doc<"outbox"> | null> =>
  context.db
    .query("outbox")
    .withIndex("byKey", (index) => index.eq("orderingKey", orderingKey).eq("isAccepted", false))
    .first();
