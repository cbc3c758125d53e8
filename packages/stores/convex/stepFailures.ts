import { v } from "convex/values";
import { serviceMutation } from "./service.ts";

/** Longer than twenty retries on Inngest's own schedule, which take a day and a half. */
const keptFor = 30 * 86_400_000;
/** How many old rows a failure sweeps away: more than it adds. */
const sweptAtOnce = 20;

export const add = serviceMutation({
  args: { runId: v.string(), step: v.string(), attempt: v.number() },
  returns: v.number(),
  handler: async (context, { runId, step, attempt }) => {
    const failedAt = Date.now();
    const old = await context.db
      .query("stepFailures")
      .withIndex("byAge", (index) => index.lt("failedAt", failedAt - keptFor))
      .take(sweptAtOnce);
    for (const failure of old) if (failure.runId !== runId) await context.db.delete(failure._id);
    const counted = await context.db
      .query("stepFailures")
      .withIndex("byStep", (index) => index.eq("runId", runId).eq("step", step))
      .unique();
    if (!counted) {
      await context.db.insert("stepFailures", { runId, step, attempt, failures: 1, failedAt });
      return 1;
    }
    const failures = counted.failures + (attempt > counted.attempt ? 1 : 0);
    const changes = { failures, attempt: Math.max(attempt, counted.attempt), failedAt };
    await context.db.patch(counted._id, changes);
    return failures;
  },
});
