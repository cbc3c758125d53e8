import { v } from "convex/values";
import { serviceMutation } from "./service.ts";
import { isTold, stretchOf } from "./wrongCodeCounts.ts";

export const takeNotice = serviceMutation({
  args: { counterHash: v.string() },
  returns: v.union(v.null(), v.object({ wrong: v.number(), since: v.number() })),
  handler: async (context, { counterHash }) => {
    const stretch = await stretchOf(context, counterHash);
    if (!stretch || !isTold(stretch) || stretch.noticedAt !== undefined) return null;
    await context.db.patch(stretch._id, { noticedAt: Date.now() });
    return { wrong: stretch.wrong, since: stretch.since };
  },
});

export const returnNotice = serviceMutation({
  args: { counterHash: v.string() },
  returns: v.null(),
  handler: async (context, { counterHash }) => {
    const stretch = await stretchOf(context, counterHash);
    if (stretch) await context.db.patch(stretch._id, { noticedAt: undefined });
    return null;
  },
});
