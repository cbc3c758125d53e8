import { orderCreated } from "@org/events/mohallamart/order-created";
import { createTestEngine } from "@org/local-engine/test";
import { cornerShop } from "../examples/corner-shop.ts";

/** Plays an order of the corner shop on the test engine and prints what its customer gets. */
const ignore = () => undefined;
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const printed: string[] = [];
const engine = createTestEngine({
  apps: [(options) => cornerShop({ ...options, logger }, (line) => printed.push(line))],
});
const items = [{ productId: "prod_tea", quantity: 1 }];
await engine.send(
  orderCreated.create({ orderId: "ord_1", userId: "user_1", shopId: "shop_1", items, total: 12.5 }),
);
// Texts are collected for a second.
await engine.advance("2s");
process.stdout.write(
  `${JSON.stringify({ printed, output: engine.run("send-order-confirmation").output })}\n`,
);
await engine.close();
