import { type Infer, v } from "convex/values";
import { derivedOf } from "../src/mohallamart/orders/indexed-state.ts";
import { orderNumber, readOrderNumber } from "../src/mohallamart/orders/order-number.ts";
import type { Doc } from "./_generated/dataModel.js";
import type { MutationCtx } from "./_generated/server.js";
import { closeCheckout } from "./checkoutRows.ts";
import { orderFrom, orderWithId, orderWithNumber } from "./orderRows.ts";
import { type contact, item, paymentKind, placedOrder, place as placeShape } from "./orderShapes.ts";
import { emit, emitFor, momentOf } from "./outboxRows.ts";
import { insertUser, userWithEmail, userWithId } from "./peopleRows.ts";
import { newUser } from "./peopleShapes.ts";
import { productWithId, shopWithId } from "./productRows.ts";
import { refuse } from "./refusals.ts";
import { serviceMutation } from "./service.ts";

const newOrder = v.object({
  orderId: v.string(),
  shopId: v.string(),
  customer: newUser,
  language: v.optional(v.string()),
  address: v.optional(placeShape),
  items: v.array(item),
  payment: paymentKind,
  paymentId: v.optional(v.string()),
});
type NewOrder = Infer<typeof newOrder>;

/** An order with its stock, its account, its checkout and its events, or nothing of it. */
export const place = serviceMutation({
  args: { order: newOrder, emit },
  returns: placedOrder,
  handler: async (context, { order, emit }) => {
    const first = await orderWithId(context, order.orderId);
    if (first) return { ...orderFrom(sameOrder(first, order)), newCustomer: false };
    const sold = await reserve(context, order);
    const { userId, newCustomer } = await openAccount(context, order.customer);
    const written = await write(context, order, { userId, sold, placedAt: momentOf(emit) });
    const placed = { ...orderFrom(written), newCustomer };
    await closeCheckout(context, order);
    await emitFor(context, emit, placed);
    return placed;
  },
});

function sameOrder(first: Doc<"orders">, again: NewOrder): Doc<"orders"> {
  const contents = (shopId: string, items: readonly Infer<typeof item>[]) =>
    JSON.stringify([shopId, items.map(({ productId, quantity }) => [productId, quantity])]);
  if (contents(first.shopId, first.lines) !== contents(again.shopId, again.items))
    refuse("order-conflict", again.orderId);
  return first;
}

type Sold = ReadonlyMap<string, Doc<"products">>;

async function reserve(context: MutationCtx, { shopId, items }: NewOrder): Promise<Sold> {
  const shop = await shopWithId(context, shopId);
  const found = await Promise.all(items.map(({ productId }) => productWithId(context, productId)));
  const sold = new Map(
    found
      .filter((product) => product !== null)
      .filter((product) => shop?.listed && product.shopId === shopId)
      .map((product) => [product.productId, product]),
  );
  checkAvailable(items, sold);
  for (const { productId, quantity } of items) {
    const { _id, reserved } = rowOf(sold, productId);
    await context.db.patch(_id, { reserved: reserved + quantity });
  }
  return sold;
}

function checkAvailable(items: NewOrder["items"], sold: Sold): void {
  const unknown = items.filter(({ productId }) => !sold.has(productId));
  if (unknown.length > 0)
    refuse(
      "unknown-product",
      unknown.map(({ productId }) => productId),
    );
  const shortages = items.flatMap(({ productId, quantity }) => {
    const { name, stock, reserved } = rowOf(sold, productId);
    const available = stock - reserved;
    return quantity > available ? [{ productId, name, requested: quantity, available }] : [];
  });
  if (shortages.length > 0) refuse("out-of-stock", shortages);
}

/** Finds the customer's account, by id or else by email, or opens it. */
async function openAccount(context: MutationCtx, customer: Infer<typeof newUser>) {
  if (await insertUser(context, customer)) return { userId: customer.userId, newCustomer: true };
  const known =
    (await userWithId(context, customer.userId)) ?? (await userWithEmail(context, customer.email));
  return { userId: known?.userId ?? customer.userId, newCustomer: false };
}

async function write(
  context: MutationCtx,
  { orderId, shopId, customer, language, address, items, payment, paymentId }: NewOrder,
  { userId, sold, placedAt }: { userId: string; sold: Sold; placedAt: number },
) {
  const lines = items.map(({ productId, quantity }) => {
    const { name, unit, pricePaise } = rowOf(sold, productId);
    return { productId, name, unit, pricePaise, quantity };
  });
  const { name, email, phone } = customer;
  const status = "placed" as const;
  const paymentStatus = payment === "prepaid" ? ("authorised" as const) : ("due" as const);
  const who = {
    userId,
    shopId,
    contact: { name, email, phone } satisfies Infer<typeof contact>,
    language,
    address,
  };
  const totalPaise = lines.reduce((sum, line) => sum + line.pricePaise * line.quantity, 0);
  const money = { totalPaise, payment, paymentId, paymentStatus };
  const state = {
    status,
    placedAt,
    history: [{ status, at: placedAt }],
    linkGeneration: 1,
    hasContact: true,
  };
  const number = readOrderNumber(orderNumber(orderId));
  if (number && (await orderWithNumber(context, number))) refuse("order-number-taken", orderId);
  const order = {
    orderId,
    number,
    ...who,
    lines,
    ...money,
    ...state,
    ...derivedOf({ status, payment, paymentStatus }),
  };
  await context.db.insert("orders", order);
  return order;
}

function rowOf(sold: Sold, productId: string): Doc<"products"> {
  const row = sold.get(productId);
  if (!row) throw new Error("A product was not checked before it was used.");
  return row;
}
