import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { searchIndex } from "@org/events/mohallamart/search-index";
import { userCreated } from "@org/events/mohallamart/user-created";
import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { asha, placeOrder } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

/** Brings about what starts a workflow, the way the apps do. Faults are in place when it runs. */
export type Scenario = (bench: TestBench) => Promise<unknown>;

/** One scenario per workflow; `every-workflow.test.ts` runs each with a fault at every step. */
export const scenarios: Record<string, Scenario> = {
  "index-product": async ({ engine, products }) => {
    const [product] = products;
    if (!product) throw new Error("The demo data has no product.");
    const { productId, name, category, price, shopId } = product;
    await engine.send(searchIndex.create({ productId, name, category, price, shopId }));
  },
  "notify-order-status": async (bench) => {
    const { orderId } = await placeOrder(bench);
    await bench.mohallaMart.orders.advance(orderId, "packed", {
      emit: [orderUpdated.create({ orderId, status: "packed" })],
    });
  },
  "notify-shopkeeper": placeOrder,
  "send-order-confirmation": placeOrder,
  "send-welcome-email": ({ mohallaMart }) =>
    mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] }),
  "process-out-of-stock-alert": buyAll,
  "track-analytics": placeOrder,
  "track-order-analytics": placeOrder,
  "update-inventory": buyAll,
  "user-registration-workflow": ({ tenOcean }) => {
    const sam = { userId: "user_sam", email: "sam@example.com", firstName: "Sam", lastName: "Rivera" };
    return tenOcean.residents.register(sam, { emit: [userRegistered.create(sam)] });
  },
};

/** Orders every piece of a product. */
async function buyAll(bench: TestBench): Promise<void> {
  const [product] = bench.products;
  if (!product) throw new Error("The demo data has no product.");
  const { productId, shopId, stock } = product;
  await placeOrder(bench, { shopId, items: [{ productId, quantity: stock }] });
}
