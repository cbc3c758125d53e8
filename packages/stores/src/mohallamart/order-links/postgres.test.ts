import { testDatabase } from "../../testing/database.ts";
import { emptyTables } from "../../testing/empty-tables.ts";
import { mohallaMartStores } from "../postgres.ts";
import { orderLinkContract } from "./contract.ts";
import { postgresOrderLinks } from "./postgres.ts";

const { pool } = await testDatabase();
const tables = "order_links order_tracking order_lines orders users closed_accounts".split(" ");

orderLinkContract("Postgres", {
  stores: mohallaMartStores(pool),
  linksWith: (secrets) => postgresOrderLinks(pool, secrets),
  async kept() {
    const { rows } = await pool.query("select token_hash, order_id from mohallamart.order_links");
    return rows.map(({ token_hash: tokenHash, order_id: orderId }) => ({ tokenHash, orderId }));
  },
  reset: () =>
    emptyTables(
      pool,
      tables.map((table) => `mohallamart.${table}`),
    ),
});
