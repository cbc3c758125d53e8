import { databaseOn, guarded } from "../database.ts";
import { postgresDeliveries } from "../deliveries/postgres.ts";
import type { Pool } from "../postgres.ts";
import { users } from "../schema/mohallamart.ts";
import { unsubscribeTokens } from "../schema/mohallamart-consent.ts";
import { unsubscribeTokensIn } from "../unsubscribe/tokens.postgres.ts";
import { addressesIn } from "./addresses/postgres.ts";
import { analyticsIn } from "./analytics/postgres.ts";
import { moneyIn } from "./money/postgres.ts";
import { notificationsIn } from "./notifications/postgres.ts";
import { checkoutsIn } from "./orders/checkouts.postgres.ts";
import { ordersIn } from "./orders/postgres.ts";
import { parcelsIn } from "./parcels/postgres.ts";
import type { MohallaMartStores } from "./port.ts";
import { inventoryIn } from "./products/inventory.postgres.ts";
import { productsIn } from "./products/postgres.ts";
import { watchersIn } from "./products/watchers.postgres.ts";
import { shopkeepersIn } from "./shopkeepers/postgres.ts";
import { receivedApplicationsIn } from "./shopkeepers/received-applications.postgres.ts";
import { shopsIn } from "./shopkeepers/shops.postgres.ts";
import { consentsIn } from "./users/consents.postgres.ts";
import { usersIn } from "./users/postgres.ts";
import { preferencesIn } from "./users/preferences.postgres.ts";
import { staffIn } from "./users/staff.postgres.ts";

/** The marketplace's state in Postgres; the tables come from `migrate` in `stores/postgres`. */
export function mohallaMartStores(pool: Pool): MohallaMartStores {
  const database = databaseOn(pool);
  return {
    users: guarded("stores/mohallamart/users", usersIn(database)),
    preferences: guarded("stores/mohallamart/preferences", preferencesIn(database)),
    consents: guarded("stores/mohallamart/consents", consentsIn(database)),
    unsubscribeTokens: guarded(
      "stores/mohallamart/unsubscribe-tokens",
      unsubscribeTokensIn(database, { people: users, tokens: unsubscribeTokens }),
    ),
    notifications: guarded("stores/mohallamart/notifications", notificationsIn(database)),
    shops: guarded("stores/mohallamart/shops", shopsIn(database)),
    shopkeepers: guarded("stores/mohallamart/shopkeepers", shopkeepersIn(database)),
    receivedApplications: guarded(
      "stores/mohallamart/received-applications",
      receivedApplicationsIn(database),
    ),
    staff: guarded("stores/mohallamart/staff", staffIn(database)),
    products: guarded("stores/mohallamart/products", productsIn(database)),
    watchers: guarded("stores/mohallamart/watchers", watchersIn(database)),
    addresses: guarded("stores/mohallamart/addresses", addressesIn(database)),
    checkouts: guarded("stores/mohallamart/checkouts", checkoutsIn(database)),
    orders: guarded("stores/mohallamart/orders", ordersIn(database)),
    parcels: guarded("stores/mohallamart/parcels", parcelsIn(database)),
    money: guarded("stores/mohallamart/money", moneyIn(database)),
    inventory: guarded("stores/mohallamart/inventory", inventoryIn(database)),
    analytics: guarded("stores/mohallamart/analytics", analyticsIn(database)),
    deliveries: postgresDeliveries(pool),
  };
}
