import type { Invariant } from "./invariant.ts";

interface Shelf {
  productId: string;
  available: number;
  counted: number;
  ordered: number;
}

/** What can be ordered is what was there, with every count of the shop, less what was ordered and not cancelled. */
export const stockIsRight: Invariant = async ({ pool, memory }) => {
  const { rows } = await pool.query<Shelf>(
    `select product_id as "productId", stock - reserved as available,
       coalesce((select sum(change) from mohallamart.inventory_log log
         where log.product_id = product.product_id and reason = 'count'), 0)::int as counted,
       coalesce((select sum(quantity) from mohallamart.order_lines line join mohallamart.orders using (order_id)
         where line.product_id = product.product_id and status <> 'cancelled'), 0)::int as ordered
     from mohallamart.products product order by product_id`,
  );
  return rows.flatMap(({ productId, available, counted, ordered }) => {
    const first = memory.firstStock.get(productId);
    if (first === undefined) return [];
    const expected = first + counted - ordered;
    return available === expected ? [] : [`${productId} has ${available} available instead of ${expected}`];
  });
};

/** Nothing stays promised to an order when the day is over: it was taken off the shelf, or given back. */
export const nothingStaysReserved: Invariant = async ({ pool }) => {
  const { rows } = await pool.query<{ id: string; reserved: number }>(
    "select product_id as id, reserved from mohallamart.products where reserved <> 0 order by 1",
  );
  return rows.map(({ id, reserved }) => `${reserved} pieces of ${id} are still reserved`);
};
