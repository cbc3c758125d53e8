import { msg91Sms } from "@org/integrations/sms/msg91";
import { type Language, languages } from "@org/stores/mohallamart/words/languages";
import { expect, it } from "vitest";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench } from "../../testing/test-bench.ts";
import { notificationTypeOf } from "./notification-types.ts";

const types = [
  "order.packed",
  "order.shipped",
  "order.delivered",
  "order.attemptFailed",
  "product.priceDrop",
  "product.backInStock",
  "product.outOfStock",
];
const textLanguages: readonly Language[] = ["hi-IN", "kn-IN"];

it.each(types.flatMap((type) => languages.map(({ tag: language }) => ({ type, language }))))(
  "says the same in the registered template of $type as in free text, in $language",
  async ({ type, language }) => {
    const bench = await startTestBench();
    const { orderId } = await placeOrder(bench, { language });
    // Its stock is taken by a run of its own, which must not meet the change below.
    await bench.settle();
    await bench.mohallaMart.users.add(asha);
    const channels = { email: true, sms: true, push: true };
    await bench.mohallaMart.preferences.initialize({ userId: asha.userId, language, channels });
    const [{ productId, price } = { productId: "", price: 0 }] = bench.products;
    if (type === "product.outOfStock") {
      await bench.mohallaMart.products.update(productId, { stock: 0 }, { emit: [] });
    }
    if (type === "order.attemptFailed")
      await bench.mohallaMart.orders.advance(orderId, "shipped", { emit: [] });
    const content = await notificationTypeOf(type).word({
      user: asha,
      data: { orderId, attempt: 2, productId, price, previousPrice: price + 10 },
      ports: { ...bench.mohallaMart, webUrl: "https://mohallamart.test", brand: { textLanguages } },
    });
    const { url, ...account } = bench.vendors.msg91;
    const { text, template } = content?.sms ?? { text: "" };
    await msg91Sms({ ...account, baseUrl: url }).send({ to: asha.phone, body: text, template, key: "sms_1" });

    expect(bench.vendors.outbox().findLast(({ vendor }) => vendor === "msg91")?.text).toBe(text);
  },
);
