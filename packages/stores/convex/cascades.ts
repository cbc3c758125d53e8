import { type Infer, v } from "convex/values";
import { mentions } from "../src/cascades/mentions.ts";
import type { Doc } from "./_generated/dataModel.js";
import { letter, letterFrom } from "./deadLetterRows.ts";
import { withId } from "./outboxRows.ts";
import { serviceQuery } from "./service.ts";
import { tracesOf } from "./traceRows.ts";
import { within } from "./within.ts";

/** What one call looks at; there may be more, and the adapter goes on. */
const lookedAtOnce = 1_000;

const kept = v.object({
  id: v.string(),
  name: v.string(),
  payload: v.string(),
  createdAt: v.number(),
  acceptedAt: v.optional(v.number()),
  lastError: v.optional(v.string()),
  position: v.number(),
});

function keptFrom(row: Doc<"outbox">): Infer<typeof kept> {
  const { id, name, payload, createdAt, acceptedAt, lastError, _creationTime: position } = row;
  return { id, name, payload, createdAt, acceptedAt, lastError, position };
}

export const event = serviceQuery({
  args: { id: v.string() },
  returns: v.union(v.null(), kept),
  handler: async (context, { id }) => {
    const found = await withId(context, id);
    return found && keptFrom(found);
  },
});

/** The latest before a position in which one of the texts stands whole. `next` is where to go on when there may be more. */
export const eventsMentioning = serviceQuery({
  args: { texts: v.array(v.string()), before: v.union(v.null(), v.number()) },
  returns: v.object({ events: v.array(kept), next: v.union(v.null(), v.number()) }),
  handler: async (context, { texts, before }) => {
    const latest = context.db
      .query("outbox")
      .withIndex("by_creation_time", (index) => (before === null ? index : index.lt("_creationTime", before)))
      .order("desc");
    const { rows, hasMore } = await within(latest, lookedAtOnce, ({ payload }) => payload);
    const events = rows.filter(({ payload }) => mentions(payload, texts)).map(keptFrom);
    return { events, next: hasMore ? (rows.at(-1)?._creationTime ?? null) : null };
  },
});

export const functionsOf = serviceQuery({
  args: { ids: v.array(v.string()) },
  returns: v.array(v.object({ eventId: v.string(), functionId: v.string(), ended: v.boolean() })),
  handler: async (context, { ids }) => {
    const traces = await Promise.all(ids.map((id) => tracesOf(context, id)));
    return traces.flat().map(({ eventId, functionId, ended }) => ({ eventId, functionId, ended }));
  },
});

/** The first from a position on whose events mention one of the texts. */
export const lettersMentioning = serviceQuery({
  args: { texts: v.array(v.string()), after: v.string() },
  returns: v.object({ letters: v.array(letter), next: v.union(v.null(), v.string()) }),
  handler: async (context, { texts, after }) => {
    const first = context.db
      .query("deadLetters")
      .withIndex("byPosition", (index) => index.gt("position", after));
    const { rows, hasMore } = await within(first, lookedAtOnce, ({ events }) => events);
    const letters = rows.filter(({ events }) => mentions(events, texts)).map(letterFrom);
    return { letters, next: hasMore ? (rows.at(-1)?.position ?? null) : null };
  },
});
