import { postgresDeliveries } from "../../deliveries/postgres.ts";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import type { MohallaMartStores } from "./port.ts";
import { inventoryIn } from "./postgres/inventory.ts";
import { ordersIn } from "./postgres/orders.ts";
import { productsIn } from "./postgres/products.ts";
import { shopkeepersIn, shopsIn } from "./postgres/shops.ts";
import { usersIn } from "./postgres/users.ts";

/** The marketplace's state in Postgres; the tables come from `migrate` in `stores/postgres`. */
export function mohallaMartStores(pool: Pool): MohallaMartStores {
  const database = databaseOn(pool);
  return {
    users: guarded("stores/mohallamart/users", usersIn(database)),
    shops: guarded("stores/mohallamart/shops", shopsIn(database)),
    shopkeepers: guarded("stores/mohallamart/shopkeepers", shopkeepersIn(database)),
    products: guarded("stores/mohallamart/products", productsIn(database)),
    orders: guarded("stores/mohallamart/orders", ordersIn(database)),
    inventory: guarded("stores/mohallamart/inventory", inventoryIn(database)),
    deliveries: postgresDeliveries(pool),
  };
}
