import { msg91Sms } from "@org/integrations/sms/msg91";
import { expect, it } from "vitest";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench } from "../../testing/test-bench.ts";
import { notificationTypeOf } from "./notification-types.ts";
import { renderNotification } from "./render-notification.ts";

it.each([
  "order.packed",
  "order.shipped",
  "order.delivered",
  "product.priceDrop",
  "product.backInStock",
  "product.outOfStock",
])("says the same in the registered template of %s as in free text", async (type) => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  const [{ productId, price } = { productId: "", price: 0 }] = bench.products;
  // The order has reserved two, so two on hand leave nothing to sell.
  if (type === "product.outOfStock") {
    await bench.mohallaMart.products.update(productId, { stock: 2 }, { emit: [] });
  }
  const content = await renderNotification(notificationTypeOf(type), {
    user: asha,
    data: { orderId, productId, price, previousPrice: price + 10 },
    ports: { ...bench.mohallaMart, webUrl: "https://mohallamart.test" },
  });
  const { url, ...account } = bench.vendors.msg91;
  const { text, template } = content?.sms ?? { text: "" };
  await msg91Sms({ ...account, baseUrl: url }).send({ to: asha.phone, body: text, template, key: "sms_1" });

  expect(bench.vendors.outbox().findLast(({ vendor }) => vendor === "msg91")?.text).toBe(text);
});
