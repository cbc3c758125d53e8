import { giveShopkeepersDevices, placeOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await giveShopkeepersDevices(bench);
  await placeOrder(bench);
};
