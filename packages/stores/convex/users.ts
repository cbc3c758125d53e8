import { v } from "convex/values";
import { closeAccount, eraseSome } from "./closing.ts";
import { emit, emitFor } from "./outboxRows.ts";
import { insertUser, isClosed, requireUser, userFrom, userWithEmail, userWithId } from "./peopleRows.ts";
import { newUser, user } from "./peopleShapes.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

export const get = serviceQuery({
  args: { userId: v.string() },
  returns: v.union(v.null(), user),
  handler: async (context, { userId }) => {
    const found = await userWithId(context, userId);
    return found && userFrom(found);
  },
});

export const findByEmail = serviceQuery({
  args: { email: v.string() },
  returns: v.union(v.null(), user),
  handler: async (context, { email }) => {
    const found = await userWithEmail(context, email);
    return found && userFrom(found);
  },
});

export const add = serviceMutation({
  args: { user: newUser, emit },
  returns: v.boolean(),
  handler: async (context, { user, emit }) => {
    if (await isClosed(context, user.userId)) return false;
    if (!(await insertUser(context, user))) return false;
    await emitFor(context, emit, undefined);
    return true;
  },
});

export const update = serviceMutation({
  args: {
    userId: v.string(),
    name: v.optional(v.string()),
    email: v.optional(v.string()),
    /** `null`: without one from now on. */
    phone: v.optional(v.union(v.null(), v.string())),
    emit,
  },
  returns: user,
  handler: async (context, { userId, name, email, phone, emit }) => {
    const before = await requireUser(context, userId);
    const after = {
      ...before,
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email: email.toLowerCase() }),
      ...(phone !== undefined && { phone: phone ?? undefined }),
    };
    const isSame = after.name === before.name && after.email === before.email && after.phone === before.phone;
    if (isSame) return userFrom(before);
    if (after.email !== before.email && (await userWithEmail(context, after.email))) refuse("email-taken");
    const changed = { ...after, revision: before.revision + 1 };
    await context.db.replace(before._id, changed);
    await emitFor(context, emit, userFrom(changed));
    return userFrom(changed);
  },
});

export const close = serviceMutation({
  args: { userId: v.string(), emit },
  returns: v.boolean(),
  handler: async (context, { userId, emit }) => {
    if (!(await closeAccount(context, userId))) return false;
    await emitFor(context, emit, undefined);
    return true;
  },
});

/** Closes the account if it is open, and erases a part of what is left. @returns whether nothing was left. */
export const erase = serviceMutation({
  args: {
    userId: v.string(),
    /** Names of the marketplace's events. */
    names: v.array(v.string()),
  },
  returns: v.boolean(),
  handler: async (context, { userId, names }) => {
    await closeAccount(context, userId);
    return await eraseSome(context, { userId, names });
  },
});
