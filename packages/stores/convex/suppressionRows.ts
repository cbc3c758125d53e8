import type { WithoutSystemFields } from "convex/server";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";

type Suppression = WithoutSystemFields<Doc<"suppressions">>;

export const withHash = (context: QueryCtx, channel: Suppression["channel"], addressHash: string) =>
  context.db
    .query("suppressions")
    .withIndex("byAddress", (index) => index.eq("channel", channel).eq("addressHash", addressHash))
    .unique();

/** Of an address that is suppressed already the first reason stays. */
export async function insertSuppression(
  context: MutationCtx,
  { channel, addressHash, reason }: Omit<Suppression, "since">,
): Promise<void> {
  if (await withHash(context, channel, addressHash)) return;
  await context.db.insert("suppressions", { channel, addressHash, reason, since: Date.now() });
}
