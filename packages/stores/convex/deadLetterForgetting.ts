import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import { countOpen } from "./deadLetterRows.ts";
import { serviceMutation } from "./service.ts";

const readAtOnce = 50;

/** One page of letters from the oldest on. `next` is where to go on when there may be more. */
export const forget = serviceMutation({
  args: {
    ids: v.array(v.string()),
    /** Names of events that carry no personal field. */
    impersonal: v.array(v.string()),
    app: v.optional(v.string()),
    after: v.string(),
  },
  returns: v.object({ changed: v.number(), next: v.union(v.null(), v.string()) }),
  handler: async (context, { ids, impersonal, app, after }) => {
    const table = context.db.query("deadLetters");
    const letters = await (app === undefined
      ? table.withIndex("byPosition", (index) => index.gt("position", after))
      : table.withIndex("byApp", (index) => index.eq("app", app).gt("position", after))
    ).take(readAtOnce);
    let changed = 0;
    for (const letter of letters) {
      const events = eventsOf(letter);
      const others = events.filter(({ name, data }) => impersonal.includes(name) || !holdsId(data, ids));
      if (others.length === events.length) continue;
      changed += 1;
      if (others.length > 0) await context.db.patch(letter._id, { events: JSON.stringify(others) });
      else {
        await context.db.delete(letter._id);
        if (letter.status === "open") await countOpen(context, letter, -1);
      }
    }
    const next = letters.length === readAtOnce ? (letters.at(-1)?.position ?? null) : null;
    return { changed, next };
  },
});

/** Holds because the adapter alone writes them, from what the port takes. */
function eventsOf({ events }: Doc<"deadLetters">): { name: string; data?: unknown }[] {
  return JSON.parse(events);
}

/**
 * Whether one of the ids stands in it, where it is not a part of a longer one. Ids of recipients do not make an event
 * one about them: it may be about anything, and be others' as well.
 */
function holdsId(data: unknown, ids: readonly string[]): boolean {
  const text = (JSON.stringify(data) ?? "").replace(/"userIds":\s*\[[^\]]*\]/, "");
  const words = new Set(text.split(/[^A-Za-z0-9_]+/));
  return ids.some((id) => words.has(id));
}
