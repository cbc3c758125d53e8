import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { orderLines, orders, orderTracking, products, shops } from "../../schema/mohallamart.ts";
import { keepOrderAddress } from "../addresses/postgres.ts";
import type { NewOrder, Order, PlacedOrder } from "../port.ts";
import { openAccount } from "../users/accounts.postgres.ts";
import { checkShape } from "./check-shape.ts";
import { closeCheckout } from "./checkouts.postgres.ts";
import { OrderConflictError, OrderNumberTakenError, OutOfStockError, UnknownProductError } from "./errors.ts";
import { findOrder, lockOrderId, orderFrom } from "./order-rows.postgres.ts";

type ProductRow = typeof products.$inferSelect;

/** See `Orders.place`. */
export async function placeOrder(
  database: Database,
  order: NewOrder,
  events: Emit<PlacedOrder>,
): Promise<PlacedOrder> {
  checkShape(order);
  return await database.transaction(async (transaction) => {
    // A form that is sent twice at once is two transactions; the second waits here and finds the first one's order.
    await lockOrderId(transaction, order.orderId);
    const first = await findOrder(transaction, order.orderId);
    if (first) return { ...sameOrder(first, order), newCustomer: false };
    const sold = await reserve(transaction, order);
    const { userId, newCustomer } = await openAccount(transaction, order.customer);
    const placed = { ...(await write(transaction, order, userId, sold)), newCustomer };
    if (order.address) await keepOrderAddress(transaction, order.orderId, order.address);
    await closeCheckout(transaction, order);
    await appendEvents(transaction, eventsFor(events, placed));
    return placed;
  });
}

function sameOrder(first: Order, again: NewOrder): Order {
  const contents = ({ shopId, items }: Pick<NewOrder, "shopId" | "items">) =>
    JSON.stringify([shopId, items.map(({ productId, quantity }) => [productId, quantity])]);
  if (contents(first) !== contents(again)) throw new OrderConflictError(again.orderId);
  return first;
}

/** Locks the products in the order of their ids, so that two orders never wait for each other, then reserves. */
async function reserve(
  transaction: Queryable,
  { shopId, items }: NewOrder,
): Promise<Map<string, ProductRow>> {
  const openShop = transaction
    .select({ shopId: shops.shopId })
    .from(shops)
    .where(and(eq(shops.shopId, shopId), eq(shops.listed, true)));
  const productIds = items.map(({ productId }) => productId);
  const rows = await transaction
    .select()
    .from(products)
    .where(and(inArray(products.shopId, openShop), inArray(products.productId, productIds)))
    .orderBy(asc(products.productId))
    .for("no key update");
  const sold = new Map(rows.map((product) => [product.productId, product]));
  checkAvailable(items, sold);
  for (const { productId, quantity } of items) {
    const { rowCount } = await transaction.execute(
      sql`update ${products} set reserved = reserved + ${quantity}
          where product_id = ${productId} and stock - reserved >= ${quantity}`,
    );
    if (rowCount !== 1) throw new Error(`Product ${productId} changed although its row was locked.`);
  }
  return sold;
}

function checkAvailable(items: NewOrder["items"], sold: Map<string, ProductRow>): void {
  const unknown = items.filter(({ productId }) => !sold.has(productId));
  if (unknown.length > 0) throw new UnknownProductError(unknown.map(({ productId }) => productId));
  const shortages = items.flatMap(({ productId, quantity }) => {
    const { name, stock, reserved } = rowOf(sold, productId);
    const available = stock - reserved;
    return quantity > available ? [{ productId, name, requested: quantity, available }] : [];
  });
  if (shortages.length > 0) throw new OutOfStockError(shortages);
}

async function write(
  transaction: Queryable,
  { orderId, shopId, customer, language, items, payment, paymentId }: NewOrder,
  userId: string,
  sold: Map<string, ProductRow>,
): Promise<Order> {
  const lines = items.map(({ productId, quantity }, line) => {
    const { name, unit, pricePaise } = rowOf(sold, productId);
    return { orderId, line, productId, name, unit, pricePaise, quantity };
  });
  const [order] = await transaction
    .insert(orders)
    .values({
      orderId,
      userId,
      shopId,
      contactName: customer.name,
      contactEmail: customer.email,
      contactPhone: customer.phone,
      language,
      totalPaise: lines.reduce((sum, { pricePaise, quantity }) => sum + pricePaise * quantity, 0),
      payment,
      paymentId,
      paymentStatus: payment === "prepaid" ? "authorised" : "due",
      placedAt: sql`now()`,
    })
    .onConflictDoNothing()
    .returning();
  // The id is locked and no order has it, so what is taken is the number at its end.
  if (!order) throw new OrderNumberTakenError(orderId);
  await transaction.insert(orderLines).values(lines);
  await transaction.insert(orderTracking).values({ orderId, status: "placed", at: order.placedAt });
  return orderFrom(order, lines);
}

function rowOf(sold: Map<string, ProductRow>, productId: string): ProductRow {
  const row = sold.get(productId);
  if (!row) throw new Error(`Product ${productId} was not checked before it was used.`);
  return row;
}
