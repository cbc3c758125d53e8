import { v } from "convex/values";
import { shop } from "./orderShapes.ts";
import { emit, emitFor } from "./outboxRows.ts";
import { shopWithId } from "./productRows.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

const readAtOnce = 1_000;

/** Listed ones by name. `next` is where to go on when there may be more. */
export const list = serviceQuery({
  args: { cursor: v.union(v.null(), v.string()) },
  returns: v.object({ shops: v.array(shop), next: v.union(v.null(), v.string()) }),
  handler: async (context, { cursor }) => {
    const { page, isDone, continueCursor } = await context.db
      .query("shops")
      .withIndex("byName", (index) => index.eq("listed", true))
      .paginate({ numItems: readAtOnce, cursor });
    const shops = page.map(({ _id, _creationTime, ...shop }) => shop);
    return { shops, next: isDone ? null : continueCursor };
  },
});

export const get = serviceQuery({
  args: { shopId: v.string() },
  returns: v.union(v.null(), shop),
  handler: async (context, { shopId }) => {
    const found = await shopWithId(context, shopId);
    if (!found) return null;
    const { _id, _creationTime, ...shop } = found;
    return shop;
  },
});

export const add = serviceMutation({
  args: { shop, emit },
  returns: v.boolean(),
  handler: async (context, { shop, emit }) => {
    if (await shopWithId(context, shop.shopId)) return false;
    await context.db.insert("shops", shop);
    await emitFor(context, emit, undefined);
    return true;
  },
});

export const setListed = serviceMutation({
  args: { shopId: v.string(), listed: v.boolean(), emit },
  returns: v.boolean(),
  handler: async (context, { shopId, listed, emit }) => {
    const found = (await shopWithId(context, shopId)) ?? refuse("unknown-shop", shopId);
    if (found.listed === listed) return false;
    await context.db.patch(found._id, { listed });
    const { name, area, description } = found;
    await emitFor(context, emit, { shopId, name, area, description, listed });
    return true;
  },
});
