import type { Pool } from "@org/stores/postgres";

/** What tests do with the database themselves. */
export function keptInPostgres(pool: Pool) {
  return {
    /** What the file of somebody's own data calls the marketplace's accounts. */
    accountsTable: "mohallamart.users",
    /** Lets every wait after wrong codes be over. */
    async endWaits(): Promise<void> {
      await pool.query("update platform.wrong_codes set held_until = now()");
    },
    /** All events that were written, in the order of writing. */
    async events(): Promise<WrittenEvent[]> {
      const { rows } = await pool.query<{ payload: WrittenEvent }>(
        "select payload from platform.outbox order by position",
      );
      return rows.map(({ payload }) => payload);
    },
    /** As if the engine had accepted all events and lost them. */
    async loseEvents(): Promise<void> {
      await pool.query("update platform.outbox set accepted_at = now(), lost_since = now(), resends = 3");
    },
    /** As if the engine had refused all events that wait. */
    async refuseEvents(): Promise<void> {
      await pool.query(
        "update platform.outbox set attempts = 1, last_error = '400' where accepted_at is null",
      );
    },
    async listShop(shopId: string, listed: boolean): Promise<void> {
      await pool.query("update mohallamart.shops set listed = $2 where shop_id = $1", [shopId, listed]);
    },
    async setPrice(productId: string, paise: number): Promise<void> {
      await pool.query("update mohallamart.products set price_paise = $2 where product_id = $1", [
        productId,
        paise,
      ]);
    },
  };
}

export interface WrittenEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}
