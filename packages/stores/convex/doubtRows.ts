import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { withKey } from "./deliveryRows.ts";

/** How far doubts are looked through; operations have been told long before there are as many. */
const mostLookedAt = 2_000;

export const deliveriesInDoubt = (context: QueryCtx, most = mostLookedAt) =>
  context.db
    .query("deliveries")
    .withIndex("byDoubt", (index) => index.eq("status", "unknown"))
    .take(most);

/** Whether nobody knows what became of a call: it is ambiguous, or its process died. */
export function isInDoubt({ state, startedAt }: Doc<"sendLedger">, staleAfter: number): boolean {
  return state === "ambiguous" || (state === "sending" && startedAt < Date.now() - staleAfter);
}

export async function entriesInDoubt(context: QueryCtx, staleAfter: number): Promise<Doc<"sendLedger">[]> {
  const ambiguous = await context.db
    .query("sendLedger")
    .withIndex("byDoubt", (index) => index.eq("state", "ambiguous"))
    .take(mostLookedAt);
  const stale = await context.db
    .query("sendLedger")
    .withIndex("byDoubt", (index) => index.eq("state", "sending").lt("startedAt", Date.now() - staleAfter))
    .take(mostLookedAt);
  return [...ambiguous, ...stale];
}

export const entryOf = (context: QueryCtx, key: string) =>
  context.db
    .query("sendLedger")
    .withIndex("byKey", (index) => index.eq("key", key))
    .unique();

/** A delivery is the better witness where there is one: it was written after the ledger's entry. */
export async function isLedgersAlone(context: QueryCtx, { key }: Doc<"sendLedger">): Promise<boolean> {
  const delivery = await withKey(context, key);
  return delivery?.status !== "sent" && delivery?.status !== "unknown";
}

/** A new holder, so that the lost call's own late answer does not undo the decision. */
export async function settleEntry(
  context: MutationCtx,
  { _id }: Doc<"sendLedger">,
  outcome: { state: "sent"; result: string } | { state: "failed" },
  holder: string,
): Promise<void> {
  await context.db.patch(_id, { ...outcome, holder, settledAt: Date.now(), toldAt: undefined });
}

/** What is known of a delivery takes its doubt away. */
export function known() {
  return { doubtSince: undefined, toldAt: undefined, asked: 0, recordedAt: Date.now() };
}
