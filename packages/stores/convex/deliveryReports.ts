import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx } from "./_generated/server.js";
import { channel, reportedState } from "./deliveryShapes.ts";
import { deliveriesInDoubt, entriesInDoubt, known, settleEntry } from "./doubtRows.ts";
import { emit, emitFor } from "./outboxRows.ts";
import { serviceMutation } from "./service.ts";
import { insertSuppression, withHash } from "./suppressionRows.ts";

const report = v.object({
  messageId: v.string(),
  channel,
  state: reportedState,
  at: v.number(),
  /** Of an address that gets nothing more. */
  endedHash: v.optional(v.string()),
  /** The first 32 hexadecimal digits of the message's key as SHA-256. */
  reference: v.optional(v.string()),
});

/** An owner's word on what their number gets, and the text in which they said it, of which apps of an earlier release say nothing. */
const word = v.object({
  messageId: v.optional(v.string()),
  channel,
  addressHash: v.string(),
  wants: v.boolean(),
});

/** From the best to the worst; a server may still send an email back that it took. */
const ranked: readonly Doc<"deliveryReports">["state"][] = [
  "delivered",
  "undelivered",
  "bounced",
  "opted-out",
  "complained",
];

/** All of them or none, with what follows from those that say something new and bad. */
export const take = serviceMutation({
  args: { reports: v.array(v.union(report, word)), staleAfter: v.number(), holder: v.string(), emit },
  returns: v.null(),
  handler: async (context, { reports, staleAfter, holder, emit }) => {
    const lost: Pick<Infer<typeof report>, "messageId" | "channel" | "state">[] = [];
    for (const each of reports) {
      if ("wants" in each) {
        await takeWord(context, each);
        continue;
      }
      const { messageId, channel, state } = each;
      if ((await book(context, each)) && state !== "delivered") lost.push({ messageId, channel, state });
      if (each.reference !== undefined)
        await endDoubt(context, each.reference, messageId, { staleAfter, holder });
    }
    if (lost.length > 0) await emitFor(context, emit, lost);
    return null;
  },
});

/** Kept as what became of the text in which it was said, so that it counts once, however often it is told. */
async function takeWord(
  context: MutationCtx,
  { messageId, channel, addressHash, wants }: Infer<typeof word>,
): Promise<void> {
  const state = wants ? "delivered" : "opted-out";
  if (messageId !== undefined && !(await bookState(context, { messageId, channel, state, at: Date.now() })))
    return;
  if (!wants) return await insertSuppression(context, { channel, addressHash, reason: "opted-out" });
  const found = await withHash(context, channel, addressHash);
  if (found) await context.db.delete(found._id);
}

/** @returns whether it says something new. */
async function book(
  context: MutationCtx,
  { messageId, channel, state, at, endedHash }: Infer<typeof report>,
): Promise<boolean> {
  const isNew = await bookState(context, { messageId, channel, state, at });
  // Whoever lifted it since knew of this message.
  if (isNew && endedHash !== undefined)
    await insertSuppression(context, { channel, addressHash: endedHash, reason: state });
  return isNew;
}

async function bookState(
  context: MutationCtx,
  { messageId, channel, state, at }: Pick<Infer<typeof report>, "messageId" | "channel" | "state" | "at">,
): Promise<boolean> {
  const before = await context.db
    .query("deliveryReports")
    .withIndex("byMessage", (index) => index.eq("messageId", messageId).eq("channel", channel))
    .unique();
  const isNew = !before || ranked.indexOf(state) > ranked.indexOf(before.state);
  if (!before)
    await context.db.insert("deliveryReports", { messageId, channel, state, at, receivedAt: Date.now() });
  else if (isNew) await context.db.patch(before._id, { state, at });
  return isNew;
}

/** A message that was in doubt counts as sent, for its vendor took it. */
async function endDoubt(
  context: MutationCtx,
  reference: string,
  messageId: string,
  { staleAfter, holder }: { staleAfter: number; holder: string },
): Promise<void> {
  const result = JSON.stringify({ messageId });
  for (const entry of await entriesInDoubt(context, staleAfter))
    if ((await referenceOf(entry.key)) === reference)
      await settleEntry(context, entry, { state: "sent", result }, holder);
  for (const { _id, key } of await deliveriesInDoubt(context)) {
    if ((await referenceOf(key)) !== reference) continue;
    const sent = { status: "sent" as const, messageId, reason: undefined, runId: undefined };
    await context.db.patch(_id, { ...known(), ...sent });
  }
}

async function referenceOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const digits = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0"));
  return digits.join("").slice(0, 32);
}
