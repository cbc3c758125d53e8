import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { replaceTokensOf } from "./roleChanges.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

const member = v.object({ staffId: v.string(), name: v.string(), email: v.string() });

export const list = serviceQuery({
  args: {},
  returns: v.array(member),
  handler: async (context) =>
    (await context.db.query("staff").withIndex("byStaff").take(1_000)).map(memberFrom),
});

export const get = serviceQuery({
  args: { staffId: v.string() },
  returns: v.union(v.null(), member),
  handler: async (context, { staffId }) => {
    const found = await withId(context, staffId);
    return found && memberFrom(found);
  },
});

export const findByEmail = serviceQuery({
  args: { email: v.string() },
  returns: v.union(v.null(), member),
  handler: async (context, { email }) => {
    const found = await withEmail(context, email);
    return found && memberFrom(found);
  },
});

export const add = serviceMutation({
  args: member.fields,
  returns: v.boolean(),
  handler: async (context, { staffId, name, email }) => {
    if ((await withId(context, staffId)) ?? (await withEmail(context, email))) return false;
    await context.db.insert("staff", { staffId, name, email: email.toLowerCase() });
    await replaceTokensOf(context, email);
    return true;
  },
});

const withId = (context: QueryCtx, staffId: string) =>
  context.db
    .query("staff")
    .withIndex("byStaff", (index) => index.eq("staffId", staffId))
    .unique();

const withEmail = (context: QueryCtx, email: string) =>
  context.db
    .query("staff")
    .withIndex("byEmail", (index) => index.eq("email", email.toLowerCase()))
    .unique();

function memberFrom({ staffId, name, email }: Doc<"staff">) {
  return { staffId, name, email };
}
