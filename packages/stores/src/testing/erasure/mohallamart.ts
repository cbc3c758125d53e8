import { userCreated } from "@org/events/mohallamart";
import { postgresDeadLetters } from "../../dead-letters/postgres.ts";
import { mohallaMartStores } from "../../mohallamart/postgres.ts";
import { postgresSessions } from "../../sessions/postgres.ts";
import type { ErasedProduct } from "./contract.ts";
import { erasedAnalytics } from "./mohallamart/analytics.ts";
import { erasedOrders } from "./mohallamart/orders.ts";
import { erasedProducts } from "./mohallamart/products.ts";
import { erasedShopkeepers } from "./mohallamart/shopkeepers.ts";
import { erasedUsers } from "./mohallamart/users.ts";
import { platformRows } from "./platform.ts";

/** Whatever others refer to comes first. */
const parts = [erasedUsers, erasedShopkeepers, erasedProducts, erasedOrders, erasedAnalytics];

export const erasedMohallaMart: ErasedProduct = {
  name: "mohallamart",
  schema: "mohallamart",
  where: "packages/stores/src/testing/erasure/mohallamart",
  decisions: Object.fromEntries(parts.flatMap(({ decisions }) => Object.entries(decisions))),
  common: parts.flatMap(({ common }) => common),
  rowsOf: (owner) => [
    ...parts.flatMap(({ rowsOf }) => rowsOf(owner)),
    ...platformRows({
      owner,
      app: "mohallamart",
      subject: owner.userId,
      recipient: "customer",
      event: { name: userCreated.event, data: { userId: owner.userId, name: owner.words("event") } },
    }),
  ],
  async erase(pool, userId) {
    await mohallaMartStores(pool).users.remove(userId);
    await postgresSessions(pool).closeAllOf(userId);
    await postgresDeadLetters(pool).forget(userId, { app: "mohallamart" });
  },
};
