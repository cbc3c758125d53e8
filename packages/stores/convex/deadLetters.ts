import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { countOpen, letter, letterFrom, newLetter, ofRun, status } from "./deadLetterRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

/** What one call reads at most: letters hold whole events, and a call may read 16 MiB. */
const readAtOnce = 100;

export const record = serviceMutation({
  args: newLetter,
  returns: v.boolean(),
  handler: async (context, values) => {
    if (await ofRun(context, values.runId)) return false;
    await context.db.insert("deadLetters", { ...values, status: "open" });
    await countOpen(context, values, 1);
    return true;
  },
});

export const get = serviceQuery({
  args: { runId: v.string() },
  returns: v.union(v.null(), letter),
  handler: async (context, { runId }) => {
    const found = await ofRun(context, runId);
    return found && letterFrom(found);
  },
});

const filter = v.object({
  status: v.optional(status),
  app: v.optional(v.string()),
  workflow: v.optional(v.string()),
  replayOf: v.optional(v.string()),
});

/** The latest between two positions, the later one left out. `next` is where to go on when there may be more. */
export const list = serviceQuery({
  args: { filter, from: v.optional(v.string()), before: v.string(), limit: v.number() },
  returns: v.object({ letters: v.array(letter), next: v.union(v.null(), v.string()) }),
  handler: async (context, { filter, from, before, limit }) => {
    const read = await indexed(context, filter, { from, before }).order("desc").take(readAtOnce);
    const letters = read.filter((each) => isOf(each, filter)).slice(0, limit);
    const last = read.at(-1);
    const next = letters.length < limit && read.length === readAtOnce && last ? last.position : null;
    return { letters: letters.map(letterFrom), next };
  },
});

/** By the index that leaves the fewest to be passed over. */
function indexed(
  context: QueryCtx,
  { status, app, workflow, replayOf }: Infer<typeof filter>,
  { from = "", before = "~" }: { from?: string; before?: string } = {},
) {
  const table = context.db.query("deadLetters");
  if (replayOf !== undefined)
    return table.withIndex("byReplayed", (index) =>
      index.eq("replayOf", replayOf).gte("position", from).lt("position", before),
    );
  if (status !== undefined && app !== undefined && workflow !== undefined)
    return table.withIndex("byStatusAndWorkflow", (index) =>
      index
        .eq("status", status)
        .eq("app", app)
        .eq("workflow", workflow)
        .gte("position", from)
        .lt("position", before),
    );
  if (app !== undefined && workflow !== undefined)
    return table.withIndex("byWorkflow", (index) =>
      index.eq("app", app).eq("workflow", workflow).gte("position", from).lt("position", before),
    );
  if (status !== undefined && app !== undefined)
    return table.withIndex("byStatusAndApp", (index) =>
      index.eq("status", status).eq("app", app).gte("position", from).lt("position", before),
    );
  if (status !== undefined)
    return table.withIndex("byStatus", (index) =>
      index.eq("status", status).gte("position", from).lt("position", before),
    );
  if (app !== undefined)
    return table.withIndex("byApp", (index) =>
      index.eq("app", app).gte("position", from).lt("position", before),
    );
  return table.withIndex("byPosition", (index) => index.gte("position", from).lt("position", before));
}

function isOf(found: Doc<"deadLetters">, { status, app, workflow, replayOf }: Infer<typeof filter>): boolean {
  return (
    (status === undefined || found.status === status) &&
    (app === undefined || found.app === app) &&
    (workflow === undefined || found.workflow === workflow) &&
    (replayOf === undefined || found.replayOf === replayOf)
  );
}

export const openByWorkflow = serviceQuery({
  args: {},
  returns: v.array(
    v.object({ app: v.string(), workflow: v.string(), open: v.number(), position: v.string() }),
  ),
  handler: async (context) => {
    const counts = await context.db
      .query("openLetters")
      .withIndex("byOpen", (index) => index.gt("open", 0))
      .take(1_000);
    const rows = counts.map(async ({ app, workflow, open }) => {
      const latest = await indexed(context, { status: "open", app, workflow }).order("desc").first();
      return { app, workflow, open, position: latest?.position ?? "" };
    });
    return await Promise.all(rows);
  },
});

/** From a position on. `next` is where to go on when there may be more. */
export const count = serviceQuery({
  args: { app: v.string(), workflow: v.string(), from: v.string(), after: v.boolean() },
  returns: v.object({ failed: v.number(), next: v.union(v.null(), v.string()) }),
  handler: async (context, { app, workflow, from, after }) => {
    const read = await context.db
      .query("deadLetters")
      .withIndex("byWorkflow", (index) => {
        const ofWorkflow = index.eq("app", app).eq("workflow", workflow);
        return after ? ofWorkflow.gt("position", from) : ofWorkflow.gte("position", from);
      })
      .take(readAtOnce);
    const next = read.length === readAtOnce ? (read.at(-1)?.position ?? null) : null;
    return { failed: read.length, next };
  },
});

/** Open ones alone, and the one that this replay has already. */
export const markReplayed = serviceMutation({
  args: { runId: v.string(), replayRunId: v.string() },
  returns: v.boolean(),
  handler: async (context, { runId, replayRunId }) => {
    const found = await ofRun(context, runId);
    const isTheirs = found?.status === "replayed" && found.replayRunId === replayRunId;
    if (!found || (found.status !== "open" && !isTheirs)) return false;
    await context.db.patch(found._id, { status: "replayed", replayRunId, settledAt: Date.now() });
    if (found.status === "open") await countOpen(context, found, -1);
    return true;
  },
});

export const discard = serviceMutation({
  args: { runId: v.string() },
  returns: v.boolean(),
  handler: async (context, { runId }) => {
    const found = await ofRun(context, runId);
    if (found?.status !== "open") return false;
    await context.db.patch(found._id, { status: "discarded", settledAt: Date.now() });
    await countOpen(context, found, -1);
    return true;
  },
});

/** Unless the replay ran and left a letter of its own. */
export const reopen = serviceMutation({
  args: { runId: v.string(), replayRunId: v.string() },
  returns: v.boolean(),
  handler: async (context, { runId, replayRunId }) => {
    const found = await ofRun(context, runId);
    if (found?.status !== "replayed" || found.replayRunId !== replayRunId) return false;
    if (await indexed(context, { replayOf: runId }).first()) return false;
    await context.db.patch(found._id, { status: "open", settledAt: undefined, replayRunId: undefined });
    await countOpen(context, found, 1);
    return true;
  },
});
