import { placeOrder } from "../place-order.ts";
import type { Scenarios } from "./scenario.ts";

export const analyticsScenarios: Scenarios = {
  "track-analytics": placeOrder,
};
