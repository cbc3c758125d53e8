import { type Infer, v } from "convex/values";
import { noticeAfter, waitAfter, wrongCodePolicies } from "../src/sign-in-codes/policy.ts";
import type { MutationCtx } from "./_generated/server.js";

export const counter = v.object({
  kind: v.union(v.literal("address"), v.literal("browser"), v.literal("network")),
  counterHash: v.string(),
});
type Counter = Infer<typeof counter>;

const day = 86_400_000;

export const stretchOf = (context: MutationCtx, counterHash: string) =>
  context.db
    .query("wrongCodes")
    .withIndex("byCounter", (index) => index.eq("counterHash", counterHash))
    .unique();

/** Whether one of the counters makes people wait. */
export async function areHeld(context: MutationCtx, counters: readonly Counter[]): Promise<boolean> {
  for (const { counterHash } of counters) {
    const stretch = await stretchOf(context, counterHash);
    if (stretch && stretch.heldUntil > Date.now()) return true;
  }
  return false;
}

/** Counts a wrong code for each of the counters. */
export async function countWrong(context: MutationCtx, counters: readonly Counter[]): Promise<void> {
  const now = Date.now();
  for (const { kind, counterHash } of counters) {
    const policy = wrongCodePolicies[kind];
    const { days, of } = policy.endsAfter;
    const known = await stretchOf(context, counterHash);
    const goesOn = known && (of === "last" ? known.lastAt : known.since) >= now - days * day;
    const wrong = goesOn ? known.wrong + 1 : 1;
    const stretch = {
      counterHash,
      wrong,
      since: goesOn ? known.since : now,
      lastAt: now,
      heldUntil: now + waitAfter(wrong, policy) * 1_000,
      noticedAt: goesOn ? known.noticedAt : undefined,
    };
    if (known) await context.db.replace(known._id, stretch);
    else await context.db.insert("wrongCodes", stretch);
  }
}

export const isTold = ({ wrong }: { wrong: number }): boolean => wrong >= noticeAfter;

/** Stretches that are over whatever they are of. */
export async function removeOldStretches(context: MutationCtx): Promise<void> {
  const over = await context.db
    .query("wrongCodes")
    .withIndex("byLast", (index) => index.lt("lastAt", Date.now() - 7 * day))
    .take(100);
  for (const { _id } of over) await context.db.delete(_id);
}
