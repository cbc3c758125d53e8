import { analyticsScenarios } from "./analytics.ts";
import { cleanupScenarios } from "./cleanup.ts";
import { notificationScenarios } from "./notifications.ts";
import { operationsScenarios } from "./operations.ts";
import { orderScenarios } from "./orders.ts";
import { productScenarios } from "./products.ts";
import { shopkeeperScenarios } from "./shopkeepers.ts";
import { tenOceanScenarios } from "./ten-ocean.ts";
import { userScenarios } from "./users.ts";

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
