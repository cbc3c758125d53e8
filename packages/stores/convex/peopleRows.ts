import type { Infer } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import type { newUser } from "./peopleShapes.ts";
import { refuse } from "./refusals.ts";
import { isoOf } from "./times.ts";

export function userFrom({ userId, name, email, phone, createdAt, revision }: Doc<"users">) {
  return { userId, name, email, phone, createdAt: isoOf(createdAt), revision };
}

export const userWithId = (context: QueryCtx, userId: string) =>
  context.db
    .query("users")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .unique();

export const userWithEmail = (context: QueryCtx, email: string) =>
  context.db
    .query("users")
    .withIndex("byEmail", (index) => index.eq("email", email.toLowerCase()))
    .unique();

export async function requireUser(context: QueryCtx, userId: string): Promise<Doc<"users">> {
  return (await userWithId(context, userId)) ?? refuse("unknown-user", userId);
}

export const isClosed = async (context: QueryCtx, userId: string): Promise<boolean> => {
  const closed = await context.db
    .query("closedAccounts")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .unique();
  return closed !== null;
};

/** @returns false when the id or the email exists; refuses the id of an account that was closed. */
export async function insertUser(context: MutationCtx, given: Infer<typeof newUser>): Promise<boolean> {
  const { userId, name, phone } = given;
  const email = given.email.toLowerCase();
  if ((await userWithId(context, userId)) ?? (await userWithEmail(context, email))) return false;
  if (await isClosed(context, userId)) refuse("account-closed");
  await context.db.insert("users", { userId, name, email, phone, createdAt: Date.now(), revision: 1 });
  return true;
}

/** For a change of what other services copy besides the profile. */
export async function countRevision(context: MutationCtx, { _id, revision }: Doc<"users">): Promise<void> {
  await context.db.patch(_id, { revision: revision + 1 });
}
