import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";

export const status = v.union(v.literal("open"), v.literal("replayed"), v.literal("discarded"));

/** What a run leaves; `events` is JSON text. */
export const newLetter = {
  runId: v.string(),
  app: v.string(),
  workflow: v.string(),
  events: v.string(),
  error: v.object({ name: v.string(), message: v.string(), frames: v.optional(v.array(v.string())) }),
  attempts: v.optional(v.number()),
  replayOf: v.optional(v.string()),
  replays: v.optional(v.number()),
  nextReplayAt: v.optional(v.number()),
  position: v.string(),
};

export const letter = v.object({
  ...newLetter,
  status,
  settledAt: v.optional(v.number()),
  replayRunId: v.optional(v.string()),
});

export function letterFrom({ _id, _creationTime, ...values }: Doc<"deadLetters">) {
  return values;
}

export const ofRun = (context: QueryCtx, runId: string) =>
  context.db
    .query("deadLetters")
    .withIndex("byRun", (index) => index.eq("runId", runId))
    .unique();

export const openOf = (context: QueryCtx, app: string, workflow: string) =>
  context.db
    .query("openLetters")
    .withIndex("byWorkflow", (index) => index.eq("app", app).eq("workflow", workflow))
    .unique();

/** Every change of whether letters are open goes with this, in the same mutation. */
export async function countOpen(
  context: MutationCtx,
  { app, workflow }: Pick<Doc<"deadLetters">, "app" | "workflow">,
  change: 1 | -1,
): Promise<void> {
  const counted = await openOf(context, app, workflow);
  if (counted) await context.db.patch(counted._id, { open: counted.open + change });
  else await context.db.insert("openLetters", { app, workflow, open: change });
}
