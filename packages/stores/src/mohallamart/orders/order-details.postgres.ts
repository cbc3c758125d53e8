import { and, desc, eq, inArray, not, or, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { orderLines, orders, shops } from "../../schema/mohallamart.ts";
import type { OrderDetails, Orders, PaymentStatus } from "../port.ts";
import { shopFrom } from "../shopkeepers/shops.postgres.ts";
import { type OrderLineFields, type OrderRow, orderHead, orderLine } from "./order-rows.postgres.ts";
import { isShownToShop, type Money, orderStates } from "./order-states.ts";

/** See `Orders.get`. */
export async function orderDetails(database: Database, orderId: string): Promise<OrderDetails | undefined> {
  const statement = detailsStatements.get(database) ?? detailsStatement(database);
  detailsStatements.set(database, statement);
  const [found] = await statement.execute({ orderId });
  return found && detailsFrom(found, found.lines);
}

/** Every step of an order's workflows begins with this one: it is built once, and has the lines with the order. */
const detailsStatements = new WeakMap<Database, ReturnType<typeof detailsStatement>>();

function detailsStatement(database: Database) {
  const line = sql`json_build_object('productId', product_id, 'name', name, 'unit', unit, 'quantity', quantity, 'pricePaise', price_paise)`;
  const lines = sql<OrderLineFields[]>`(
    select coalesce(json_agg(${line} order by line), '[]') from ${orderLines} as own where own.order_id = ${orders.orderId}
  )`;
  return database
    .select({ order: orders, shop: shops, lines })
    .from(orders)
    .innerJoin(shops, eq(shops.shopId, orders.shopId))
    .where(eq(orders.orderId, sql.placeholder("orderId")))
    .prepare("");
}

/** See `Orders.list`. */
export async function shopOrders(
  database: Database,
  { shopId, statuses, limit = 100 }: Parameters<Orders["list"]>[0],
): Promise<OrderDetails[]> {
  const found = await withShop(database)
    .where(and(eq(orders.shopId, shopId), inArray(orders.status, [...statuses]), isShown))
    .orderBy(desc(orders.placedAt), desc(orders.orderId))
    .limit(limit);
  return withLines(database, found);
}

/** See `Orders.ofCustomer`. */
export async function customerOrders(
  database: Database,
  { userId, limit = 50, before }: Parameters<Orders["ofCustomer"]>[0],
): Promise<OrderDetails[]> {
  const mark = database
    .select({ placedAt: orders.placedAt, orderId: orders.orderId })
    .from(orders)
    .where(and(eq(orders.orderId, before ?? ""), eq(orders.userId, userId)));
  const found = await withShop(database)
    .where(
      and(
        eq(orders.userId, userId),
        before === undefined ? undefined : sql`(${orders.placedAt}, ${orders.orderId}) < (${mark})`,
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.orderId))
    .limit(limit);
  return withLines(database, found);
}

async function withLines(database: Database, found: readonly FoundRow[]): Promise<OrderDetails[]> {
  const orderIds = found.map(({ order }) => order.orderId);
  const lines = await database
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, orderIds))
    .orderBy(orderLines.orderId, orderLines.line);
  return found.map((row) =>
    detailsFrom(
      row,
      lines.filter(({ orderId }) => orderId === row.order.orderId),
    ),
  );
}

/** What a shop does not see has no refund, so that the payment's status is all there is of its money. */
const isShown = not(
  or(
    ...orderStates.flatMap((state) =>
      isShownToShop(state) || !isPaymentStatus(state.money)
        ? []
        : [and(eq(orders.status, state.order), eq(orders.paymentStatus, state.money))],
    ),
  ) ?? sql`false`,
);

function isPaymentStatus(money: Money): money is PaymentStatus {
  return money !== "refund-pending" && money !== "refund-failed";
}

function withShop(database: Database) {
  return database
    .select({ order: orders, shop: shops })
    .from(orders)
    .innerJoin(shops, eq(shops.shopId, orders.shopId));
}

interface FoundRow {
  order: OrderRow;
  shop: typeof shops.$inferSelect;
}

function detailsFrom({ order, shop }: FoundRow, lines: readonly OrderLineFields[]): OrderDetails {
  const { contactName, contactEmail, contactPhone } = order;
  return {
    ...orderHead(order),
    lines: lines.map(orderLine),
    shop: shopFrom(shop),
    customer: { name: contactName, email: contactEmail, phone: contactPhone ?? undefined },
  };
}
