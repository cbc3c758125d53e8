import { v } from "convex/values";
import type { MutationCtx } from "./_generated/server.js";
import { serviceMutation } from "./service.ts";
import { isSameSecret } from "./serviceKey.ts";
import { areHeld, counter, countWrong, removeOldStretches } from "./wrongCodeCounts.ts";

const maximumTries = 5;

/** Keeps the long code while a counter holds, otherwise the short one. @returns whether it kept the long one. */
export const issue = serviceMutation({
  args: {
    subjectHash: v.string(),
    salt: v.string(),
    shortHash: v.string(),
    longHash: v.string(),
    expiresAt: v.number(),
    counters: v.array(counter),
  },
  returns: v.boolean(),
  handler: async (context, { subjectHash, salt, shortHash, longHash, expiresAt, counters }) => {
    await removeExpired(context);
    await removeOldStretches(context);
    const long = await areHeld(context, counters);
    const fresh = { subjectHash, salt, codeHash: long ? longHash : shortHash, tries: 0, long, expiresAt };
    const earlier = await ofSubject(context, subjectHash);
    if (earlier) await context.db.replace(earlier._id, fresh);
    else await context.db.insert("signInCodes", fresh);
    return long;
  },
});

export const redeem = serviceMutation({
  args: { subjectHash: v.string(), code: v.string(), counters: v.array(counter) },
  returns: v.union(v.literal("right"), v.literal("wrong"), v.literal("held")),
  handler: async (context, { subjectHash, code, counters }) => {
    const issued = await ofSubject(context, subjectHash);
    if (!issued || issued.tries >= maximumTries || issued.expiresAt <= Date.now()) return "wrong";
    const counting = issued.long ? [] : counters;
    if (await areHeld(context, counting)) return "held";
    if (await isSameSecret(await codeHash(code, issued.salt), issued.codeHash)) {
      await context.db.delete(issued._id);
      return "right";
    }
    await context.db.patch(issued._id, { tries: issued.tries + 1 });
    await countWrong(context, counting);
    return "wrong";
  },
});

const ofSubject = (context: MutationCtx, subjectHash: string) =>
  context.db
    .query("signInCodes")
    .withIndex("bySubject", (index) => index.eq("subjectHash", subjectHash))
    .unique();

async function removeExpired(context: MutationCtx): Promise<void> {
  const expired = await context.db
    .query("signInCodes")
    .withIndex("byExpiry", (index) => index.lt("expiresAt", Date.now()))
    .take(100);
  for (const { _id } of expired) await context.db.delete(_id);
}

/** HMAC-SHA256 of the code, keyed with the salt, hexadecimal: as the adapter makes it. */
async function codeHash(code: string, salt: string): Promise<string> {
  const bytes = new TextEncoder();
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes.encode(salt), hmac, false, ["sign"]);
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes.encode(code)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
