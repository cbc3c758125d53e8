import { postgresDeliveries } from "../../deliveries/postgres.ts";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import type { MohallaMartStores } from "./port.ts";
import { analyticsIn } from "./postgres/analytics.ts";
import { checkoutsIn } from "./postgres/checkouts.ts";
import { inventoryIn } from "./postgres/inventory.ts";
import { notificationsIn } from "./postgres/notifications.ts";
import { ordersIn } from "./postgres/orders.ts";
import { preferencesIn } from "./postgres/preferences.ts";
import { productsIn } from "./postgres/products.ts";
import { shopkeepersIn } from "./postgres/shopkeepers.ts";
import { shopsIn } from "./postgres/shops.ts";
import { staffIn } from "./postgres/staff.ts";
import { usersIn } from "./postgres/users.ts";
import { watchersIn } from "./postgres/watchers.ts";

/** The marketplace's state in Postgres; the tables come from `migrate` in `stores/postgres`. */
export function mohallaMartStores(pool: Pool): MohallaMartStores {
  const database = databaseOn(pool);
  return {
    users: guarded("stores/mohallamart/users", usersIn(database)),
    preferences: guarded("stores/mohallamart/preferences", preferencesIn(database)),
    notifications: guarded("stores/mohallamart/notifications", notificationsIn(database)),
    shops: guarded("stores/mohallamart/shops", shopsIn(database)),
    shopkeepers: guarded("stores/mohallamart/shopkeepers", shopkeepersIn(database)),
    staff: guarded("stores/mohallamart/staff", staffIn(database)),
    products: guarded("stores/mohallamart/products", productsIn(database)),
    watchers: guarded("stores/mohallamart/watchers", watchersIn(database)),
    checkouts: guarded("stores/mohallamart/checkouts", checkoutsIn(database)),
    orders: guarded("stores/mohallamart/orders", ordersIn(database)),
    inventory: guarded("stores/mohallamart/inventory", inventoryIn(database)),
    analytics: guarded("stores/mohallamart/analytics", analyticsIn(database)),
    deliveries: postgresDeliveries(pool),
  };
}
