import { applyToSell, openShop } from "../../testing/open-shop.ts";
import type { Scenarios } from "../../testing/scenarios/scenario.ts";

export const shopkeeperScenarios: Scenarios = {
  "enable-shop-listing": openShop,
  "grant-dashboard-access": openShop,
  "send-approval-email": openShop,
  "sync-shop-data": openShop,
  // Nobody decides, so that it goes through all of its steps.
  "verify-shopkeeper": async (bench) => {
    await applyToSell(bench);
    await bench.settle();
    await bench.engine.advance("15d");
  },
};
