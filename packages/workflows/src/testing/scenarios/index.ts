import { analyticsScenarios } from "../../mohallamart/analytics/scenarios.ts";
import { cleanupScenarios } from "../../mohallamart/cleanup/scenarios.ts";
import { notificationScenarios } from "../../mohallamart/notifications/scenarios.ts";
import { orderScenarios } from "../../mohallamart/orders/scenarios.ts";
import { productScenarios } from "../../mohallamart/products/scenarios.ts";
import { shopkeeperScenarios } from "../../mohallamart/shopkeepers/scenarios.ts";
import { userScenarios } from "../../mohallamart/users/scenarios.ts";
import { operationsScenarios } from "../../operations/scenarios.ts";
import { tenOceanScenarios } from "../../ten-ocean/verification/scenarios.ts";

/** By area; each area is played by the file of its name in `every-workflow`, so that areas run side by side. */
export const areas = {
  analytics: analyticsScenarios,
  cleanup: cleanupScenarios,
  notifications: notificationScenarios,
  operations: operationsScenarios,
  orders: orderScenarios,
  products: productScenarios,
  shopkeepers: shopkeeperScenarios,
  "ten-ocean": tenOceanScenarios,
  users: userScenarios,
};
