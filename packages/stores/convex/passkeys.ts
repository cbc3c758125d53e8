import { v } from "convex/values";
import type { QueryCtx } from "./_generated/server.js";
import { serviceMutation, serviceQuery } from "./service.ts";

const fresh = {
  credentialId: v.string(),
  userId: v.string(),
  name: v.string(),
  publicKey: v.string(),
  counter: v.number(),
  transports: v.array(v.string()),
};
const passkey = v.object({ ...fresh, createdAt: v.number(), lastUsedAt: v.optional(v.number()) });

export const add = serviceMutation({
  args: fresh,
  returns: v.boolean(),
  handler: async (context, values) => {
    if (await withId(context, values.credentialId)) return false;
    await context.db.insert("passkeys", { ...values, createdAt: Date.now() });
    return true;
  },
});

export const list = serviceQuery({
  args: { userId: v.string() },
  returns: v.array(passkey),
  handler: async (context, { userId }) => {
    const theirs = await context.db
      .query("passkeys")
      .withIndex("byUser", (index) => index.eq("userId", userId))
      .take(1_000);
    return theirs.map(({ _id, _creationTime, ...values }) => values);
  },
});

export const find = serviceQuery({
  args: { credentialId: v.string() },
  returns: v.union(v.null(), passkey),
  handler: async (context, { credentialId }) => {
    const found = await withId(context, credentialId);
    if (!found) return null;
    const { _id, _creationTime, ...values } = found;
    return values;
  },
});

export const use = serviceMutation({
  args: { credentialId: v.string(), counter: v.number() },
  returns: v.boolean(),
  handler: async (context, { credentialId, counter }) => {
    const found = await withId(context, credentialId);
    const doesNotCount = found?.counter === 0 && counter === 0;
    if (!found || (found.counter >= counter && !doesNotCount)) return false;
    await context.db.patch(found._id, { counter, lastUsedAt: Date.now() });
    return true;
  },
});

export const rename = serviceMutation({
  args: { userId: v.string(), credentialId: v.string(), name: v.string() },
  returns: v.boolean(),
  handler: async (context, { userId, credentialId, name }) => {
    const found = await withId(context, credentialId);
    if (found?.userId !== userId) return false;
    await context.db.patch(found._id, { name });
    return true;
  },
});

export const remove = serviceMutation({
  args: { userId: v.string(), credentialId: v.string() },
  returns: v.boolean(),
  handler: async (context, { userId, credentialId }) => {
    const found = await withId(context, credentialId);
    if (found?.userId !== userId) return false;
    await context.db.delete(found._id);
    return true;
  },
});

const challenge = { challenge: v.string(), userId: v.optional(v.string()) };

export const openChallenge = serviceMutation({
  args: { ...challenge, tokenHash: v.string(), expiresAt: v.number() },
  returns: v.null(),
  handler: async (context, values) => {
    const expired = await context.db
      .query("passkeyChallenges")
      .withIndex("byExpiry", (index) => index.lt("expiresAt", Date.now()))
      .take(100);
    for (const { _id } of expired) await context.db.delete(_id);
    await context.db.insert("passkeyChallenges", values);
    return null;
  },
});

export const takeChallenge = serviceMutation({
  args: { tokenHash: v.string() },
  returns: v.union(v.null(), v.object(challenge)),
  handler: async (context, { tokenHash }) => {
    const found = await context.db
      .query("passkeyChallenges")
      .withIndex("byToken", (index) => index.eq("tokenHash", tokenHash))
      .unique();
    if (!found) return null;
    await context.db.delete(found._id);
    return found.expiresAt > Date.now() ? { challenge: found.challenge, userId: found.userId } : null;
  },
});

const withId = (context: QueryCtx, credentialId: string) =>
  context.db
    .query("passkeys")
    .withIndex("byCredential", (index) => index.eq("credentialId", credentialId))
    .unique();
