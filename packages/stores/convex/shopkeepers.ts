import { type Infer, v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { emit, emitFor, momentOf } from "./outboxRows.ts";
import { shopWithId } from "./productRows.ts";
import { refuse } from "./refusals.ts";
import { replaceTokensOf } from "./roleChanges.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { isoOf } from "./times.ts";

const shopkeeper = v.object({
  shopkeeperId: v.string(),
  shopId: v.string(),
  name: v.string(),
  email: v.string(),
  phone: v.optional(v.string()),
});
const status = v.union(
  v.literal("applied"),
  v.literal("approved"),
  v.literal("rejected"),
  v.literal("lapsed"),
);
const application = v.object({
  shopkeeperId: v.string(),
  shopId: v.string(),
  status,
  appliedAt: v.string(),
  decidedAt: v.optional(v.string()),
  approvedBy: v.optional(v.string()),
  rejectedBy: v.optional(v.string()),
  rejection: v.optional(v.string()),
  dashboardAccess: v.boolean(),
});

export const ofShop = serviceQuery({
  args: { shopId: v.string() },
  returns: v.array(shopkeeper),
  handler: async (context, { shopId }) => {
    const rows = await context.db
      .query("shopkeepers")
      .withIndex("byShop", (index) => index.eq("shopId", shopId))
      .take(1_000);
    return rows.map(shopkeeperFrom);
  },
});

export const findByEmail = serviceQuery({
  args: { email: v.string() },
  returns: v.array(shopkeeper),
  handler: async (context, { email }) => {
    const rows = await context.db
      .query("shopkeepers")
      .withIndex("byAddress", (index) => index.eq("address", email.toLowerCase()))
      .take(1_000);
    return rows.map(shopkeeperFrom);
  },
});

export const get = serviceQuery({
  args: { shopkeeperId: v.string() },
  returns: v.union(v.null(), v.object({ shopkeeper, application, applicantId: v.optional(v.string()) })),
  handler: async (context, { shopkeeperId }) => {
    const found = await withId(context, shopkeeperId);
    if (!found) return null;
    const { applicantId } = found;
    return { shopkeeper: shopkeeperFrom(found), application: applicationFrom(found), applicantId };
  },
});

/** Oldest first. */
export const applications = serviceQuery({
  args: { status, limit: v.number() },
  returns: v.array(application),
  handler: async (context, { status, limit }) => {
    const rows = await context.db
      .query("shopkeepers")
      .withIndex("byStatus", (index) => index.eq("status", status))
      .take(limit);
    return rows.map(applicationFrom);
  },
});

export const add = serviceMutation({
  args: { shopkeeper, emit },
  returns: v.boolean(),
  handler: async (context, { shopkeeper, emit }) => {
    if (await withId(context, shopkeeper.shopkeeperId)) return false;
    if (!(await shopWithId(context, shopkeeper.shopId))) refuse("unknown-shop", shopkeeper.shopId);
    const approved = { status: "approved" as const, createdAt: Date.now(), dashboardAccess: true };
    await context.db.insert("shopkeepers", { ...rowOf(shopkeeper), ...approved });
    await emitFor(context, emit, undefined);
    return true;
  },
});

export const apply = serviceMutation({
  args: {
    applicantId: v.string(),
    shopkeeper,
    shop: v.object({ shopId: v.string(), name: v.string(), area: v.string(), description: v.string() }),
    emit,
  },
  returns: application,
  handler: async (context, { applicantId, shopkeeper, shop, emit }) => {
    const first = await withId(context, shopkeeper.shopkeeperId);
    if (first) return applicationFrom(first);
    if (await shopWithId(context, shop.shopId)) refuse("shop-exists", shop.shopId);
    await context.db.insert("shops", { ...shop, listed: false });
    const applied = { status: "applied" as const, createdAt: momentOf(emit), dashboardAccess: false };
    const row = { ...rowOf(shopkeeper), applicantId, ...applied };
    await context.db.insert("shopkeepers", row);
    await emitFor(context, emit, applicationFrom(row));
    return applicationFrom(row);
  },
});

const decision = v.union(
  v.object({ status: v.literal("approved"), approvedBy: v.string() }),
  v.object({ status: v.literal("rejected"), rejectedBy: v.string(), rejection: v.string() }),
  v.object({ status: v.literal("lapsed") }),
);

/** Moves an application on from `applied`. */
export const decide = serviceMutation({
  args: { shopkeeperId: v.string(), decision, emit },
  returns: v.boolean(),
  handler: async (context, { shopkeeperId, decision, emit }) => {
    const found = (await withId(context, shopkeeperId)) ?? refuse("unknown-shopkeeper", shopkeeperId);
    if (found.status !== "applied") return false;
    const decided = { ...decision, decidedAt: momentOf(emit) };
    await context.db.patch(found._id, decided);
    await emitFor(context, emit, applicationFrom({ ...found, ...decided }));
    return true;
  },
});

export const grantDashboardAccess = serviceMutation({
  args: { shopkeeperId: v.string() },
  returns: v.boolean(),
  handler: async (context, { shopkeeperId }) => {
    const found = (await withId(context, shopkeeperId)) ?? refuse("unknown-shopkeeper", shopkeeperId);
    if (found.dashboardAccess) return false;
    await context.db.patch(found._id, { dashboardAccess: true });
    await replaceTokensOf(context, found.address);
    return true;
  },
});

const withId = (context: QueryCtx, shopkeeperId: string) =>
  context.db
    .query("shopkeepers")
    .withIndex("byShopkeeper", (index) => index.eq("shopkeeperId", shopkeeperId))
    .unique();

type Shopkeeper = Infer<typeof shopkeeper>;

function rowOf(shopkeeper: Shopkeeper) {
  return { ...shopkeeper, address: shopkeeper.email.toLowerCase() };
}

function shopkeeperFrom({ shopkeeperId, shopId, name, email, phone }: Doc<"shopkeepers">) {
  return { shopkeeperId, shopId, name, email, phone };
}

function applicationFrom(row: Omit<Doc<"shopkeepers">, "_id" | "_creationTime">) {
  const { shopkeeperId, shopId, status, dashboardAccess, decidedAt, createdAt } = row;
  const { approvedBy, rejectedBy, rejection } = row;
  const decided = decidedAt === undefined ? {} : { decidedAt: isoOf(decidedAt) };
  const standing = { shopkeeperId, shopId, status, appliedAt: isoOf(createdAt), ...decided };
  return { ...standing, approvedBy, rejectedBy, rejection, dashboardAccess };
}
