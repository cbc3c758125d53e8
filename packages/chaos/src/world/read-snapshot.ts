import { redisCache } from "@org/integrations/cache/redis";
import { razorpayPayments } from "@org/integrations/payments/razorpay";
import { typesenseSearch } from "@org/integrations/search/typesense";
import { productIndex } from "@org/stores/mohallamart/products/search-index";
import type { Pool } from "@org/stores/postgres";
import * as z from "zod";
import { openRuns, runsWith } from "../run/engine.ts";
import { type Act, actsOf } from "../run/journal.ts";
import type { ChaosStack } from "../stack/start-stack.ts";
import type { Delivery, Letter, Order, Payment, Product, Rsvp, Shown, Snapshot } from "./snapshot.ts";

/** By product, the pieces on the shelf before the first order, and what the stock's log had said by then. */
export type Shelf = ReadonlyMap<string, { stock: number; logged: number }>;

/** Reads the whole world while it is at rest. */
export async function readSnapshot(
  stack: ChaosStack,
  pool: Pool,
  acts: readonly Act[],
  shelf: Shelf,
): Promise<Snapshot> {
  const rows = async <Row extends object>(query: string) => (await pool.query<Row>(query)).rows;
  const orders = await rows<Order>(queries.orders);
  const products = await rows<Product>(queries.products);
  const now = await readShelf(pool);
  const logged = (id: string) => (now.get(id)?.logged ?? 0) - (shelf.get(id)?.logged ?? 0);
  const failed = await runsWith(stack.urls.engine, "Failed");
  return {
    orders,
    products,
    refunds: await rows(queries.refunds),
    checkouts: await rows(queries.checkouts),
    payments: await paymentsOf(stack, orders, acts),
    shelf: new Map(
      products.map(({ productId: id }) => [id, { before: shelf.get(id)?.stock ?? 0, logged: logged(id) }]),
    ),
    deliveries: await rows<Delivery>(queries.deliveries),
    ledger: await rows(queries.ledger),
    messages: stack.emulators.outbox(),
    residents: await rows(queries.residents),
    unproven: await rows(queries.unproven),
    gatherings: await rows(queries.gatherings),
    rsvps: await rows<Rsvp>(queries.rsvps),
    requests: await rows(queries.requests),
    search: await searched(stack),
    cache: await cached(stack, products),
    letters: await rows<Letter>(queries.letters),
    failedRuns: failed.map(({ id: runId, functionId }) => ({ runId, functionId })),
    outbox: await rows(queries.outbox),
    openRuns: await openRuns(stack.urls.engine),
  };
}

export async function readShelf(pool: Pool): Promise<Shelf> {
  const { rows } = await pool.query<{ id: string; stock: number; logged: number }>(
    `select p.product_id as id, p.stock, coalesce(sum(l.change), 0)::int as logged
     from mohallamart.products p left join mohallamart.inventory_log l using (product_id) group by p.product_id`,
  );
  return new Map(rows.map(({ id, stock, logged }) => [id, { stock, logged }]));
}

const queries = {
  orders: `select o.order_id as "orderId", u.email, o.payment, o.payment_id as "paymentId",
      o.payment_status as "paymentStatus", o.refund_status as "refundStatus", o.status, o.total_paise::float8 as total,
      o.stock_taken_at is not null as "isTaken", o.stock_restored_at is not null as "isRestored",
      (select json_agg(json_build_object('productId', l.product_id, 'quantity', l.quantity))
       from mohallamart.order_lines l where l.order_id = o.order_id) as lines
    from mohallamart.orders o join mohallamart.users u using (user_id) order by o.placed_at`,
  products: `select p.product_id as "productId", p.name, p.category, p.price_paise / 100.0::float8 as price,
      p.stock, p.reserved, s.listed as "isListed"
    from mohallamart.products p join mohallamart.shops s using (shop_id)`,
  refunds: `select refund_id as "refundId", order_id as "orderId", status from mohallamart.refunds`,
  checkouts: `select order_id as "orderId", status from mohallamart.checkouts`,
  deliveries: `select key, subject, channel, status, message_id as "messageId" from platform.deliveries`,
  ledger: `select key, state from platform.send_ledger where state in ('sending', 'ambiguous')`,
  residents: `select r.user_id as "userId", r.email, r.status, coalesce(max(v.round), 1) as round
    from ten_ocean.residents r left join ten_ocean.verifications v using (user_id) group by r.user_id`,
  unproven: `select user_id as "userId" from ten_ocean.registrations`,
  gatherings: `select event_id as "eventId", capacity from ten_ocean.community_events`,
  rsvps: `select event_id as "eventId", user_id as "userId", response, seats, seated as "isSeated", revision
    from ten_ocean.rsvps`,
  requests: `select r.request_id as "requestId", r.user_id as "userId",
      (select count(*)::int from ten_ocean.maintenance_entries e
       where e.request_id = r.request_id and e.kind = 'created') as entries
    from ten_ocean.maintenance_requests r`,
  letters: `select run_id as "runId", workflow, status, error ->> 'message' as error, events::text as events
    from platform.dead_letters order by failed_at`,
  outbox: `select id, name from platform.outbox where accepted_at is null`,
};

/** Every payment that an order names or a customer made, in paise. */
async function paymentsOf(
  { emulators }: ChaosStack,
  orders: readonly Order[],
  acts: readonly Act[],
): Promise<Payment[]> {
  const { url: baseUrl, keyId, keySecret } = emulators.razorpay;
  const vendor = razorpayPayments({ baseUrl, keyId, keySecret });
  const made = actsOf(acts, "payment").map(({ paymentId }) => paymentId);
  const ids = new Set([...orders.map(({ paymentId }) => paymentId ?? ""), ...made]);
  const found: Payment[] = [];
  for (const id of ids) {
    if (id === "") continue;
    const { status, amount, refunded } = await vendor.get(id);
    found.push({ id, status, amount: Math.round(amount * 100), refunded: Math.round(refunded * 100) });
  }
  return found;
}

async function searched({ emulators }: ChaosStack): Promise<Map<string, Shown>> {
  const { url, apiKey } = emulators.typesense;
  const index = typesenseSearch({ index: productIndex, url, apiKey });
  const found = new Map<string, Shown>();
  for (let page = 1; ; page++) {
    const { documents, total } = await index.search({ text: "", page, pageSize: 250 });
    for (const { id, name, price, category } of documents) found.set(id, { name, price, category });
    if (found.size >= total || documents.length === 0) return found;
  }
}

const shown = z.object({ name: z.string(), price: z.number(), category: z.string() });

async function cached({ urls }: ChaosStack, products: readonly Product[]): Promise<Map<string, Shown>> {
  const cache = redisCache({ url: urls.redis });
  const found = new Map<string, Shown>();
  for (const { productId } of products) {
    const entry = await cache.get(`product:${productId}`);
    if (entry !== undefined) found.set(productId, shown.parse(entry));
  }
  await cache.close();
  return found;
}
