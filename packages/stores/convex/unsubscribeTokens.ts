import { v } from "convex/values";
import { userWithId } from "./peopleRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

const given = v.object({ userId: v.string(), token: v.string() });

/** Of those that have an account. @param fresh a token for each that is kept where there is none */
export const ofUsers = serviceMutation({
  args: { fresh: v.array(given) },
  returns: v.array(given),
  handler: async (context, { fresh }) => {
    const tokens: { userId: string; token: string }[] = [];
    for (const { userId, token } of fresh) {
      const kept = await context.db
        .query("unsubscribeTokens")
        .withIndex("byUser", (index) => index.eq("userId", userId))
        .unique();
      if (kept) tokens.push({ userId, token: kept.token });
      else if (await userWithId(context, userId)) {
        await context.db.insert("unsubscribeTokens", { userId, token });
        tokens.push({ userId, token });
      }
    }
    return tokens;
  },
});

export const find = serviceQuery({
  args: { token: v.string() },
  returns: v.union(v.null(), v.string()),
  handler: async (context, { token }) => {
    const found = await context.db
      .query("unsubscribeTokens")
      .withIndex("byToken", (index) => index.eq("token", token.toUpperCase()))
      .unique();
    return found?.userId ?? null;
  },
});
