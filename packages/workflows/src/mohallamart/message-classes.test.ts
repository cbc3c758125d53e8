import { notificationSend } from "@org/events/mohallamart/notification-send";
import { pushIdOf } from "@org/integrations/push/port";
import { isValidElement } from "react";
import { expect, it } from "vitest";
import { renderEmail } from "../render-email.ts";
import { emailTemplates } from "../testing/email-templates.ts";
import { asha, placeOrder } from "../testing/place-order.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";
import { notificationTypes } from "./notifications/notification-types.ts";
import { smsTemplates } from "./sms-words.ts";

const templates = (await emailTemplates((file) => import(file))).filter(({ name }) =>
  name.startsWith("mohallamart/"),
);

/** Every message of the marketplace with what it is: one that is added is decided on here. */
const classes = {
  emails: {
    "analytics/daily-report": "transactional",
    "money/money-news": "transactional",
    "orders/failed-attempt": "transactional",
    "orders/new-order": "transactional",
    "orders/order-cancelled": "transactional",
    "orders/order-confirmation": "transactional",
    "orders/order-status": "transactional",
    "orders/stop-packing": "transactional",
    "products/back-in-stock": "transactional",
    "products/out-of-stock": "transactional",
    "products/product-news": "promotional",
    "shopkeepers/application-lapsed": "transactional",
    "shopkeepers/confirm-application": "transactional",
    "shopkeepers/shop-application": "transactional",
    "shopkeepers/shop-approved": "transactional",
    "users/welcome": "transactional",
  },
  notifications: {
    "order.attemptFailed": "transactional",
    "order.delivered": "transactional",
    "order.packed": "transactional",
    "order.shipped": "transactional",
    "product.backInStock": "promotional",
    "product.outOfStock": "promotional",
    "product.priceDrop": "promotional",
  },
  texts: {
    "order-attempt-failed": "transactional",
    "order-confirmation": "transactional",
    "order-delivered": "transactional",
    "order-packed": "transactional",
    "order-shipped": "transactional",
    "product-back-in-stock": "promotional",
    "product-out-of-stock": "promotional",
    "product-price-drop": "promotional",
  },
} as const;

const promotional = Object.entries(classes.notifications).flatMap(([name, messageClass]) =>
  messageClass === "promotional" ? [name] : [],
);

/** Asha, who has a phone and a device, watches a product of which there is news of a kind. */
async function benchWithNews(type: string) {
  const bench = await startTestBench();
  const [product] = bench.products;
  if (!product) throw new Error("The demo data has no product.");
  const { productId, price } = product;
  await placeOrder(bench);
  await bench.settle();
  await bench.vendors.reset();
  await bench.subscribeDevice(asha.userId);
  const channels = { email: true, sms: true, push: true };
  await bench.mohallaMart.preferences.initialize({ userId: asha.userId, language: "en-IN", channels });
  if (type === "product.outOfStock")
    await bench.mohallaMart.products.update(productId, { stock: 0 }, { emit: [] });
  const data = { productId, price, previousPrice: price + 10 };
  const event = () =>
    notificationSend.create(
      { userId: asha.userId, type, channels: ["push", "sms", "email"], priority: "bulk", data },
      { id: `evt_${type}` },
    );
  return { bench, event };
}

const allow = ({ mohallaMart: { preferences } }: TestBench, on: boolean) =>
  preferences.update(asha.userId, { channels: { email: on, sms: on, push: on } });

/** Asks for it, and lets the senders' batches be full. */
async function tell(bench: TestBench, event: ReturnType<typeof notificationSend.create>): Promise<void> {
  await bench.engine.send(event);
  await bench.engine.advance("10s");
  await bench.settle();
}

const sentTo = ({ vendors }: TestBench) =>
  vendors
    .outbox()
    .filter(({ to }) => [pushIdOf("mohallamart", asha.userId), asha.phone, asha.email].includes(to));

it("each message is listed with its class, where it is declared", () => {
  const emails = templates.map(({ name, example }) => {
    const type = isValidElement(example) && typeof example.type === "function" ? example.type : undefined;
    return [name.replace("mohallamart/", ""), Object(type).messageClass];
  });
  expect(Object.fromEntries(emails)).toEqual(classes.emails);
  const types = [...notificationTypes].map(([name, { messageClass }]) => [name, messageClass]);
  expect(Object.fromEntries(types)).toEqual(classes.notifications);
  const texts = Object.entries(smsTemplates).map(([name, { messageClass }]) => [name, messageClass]);
  expect(Object.fromEntries(texts)).toEqual(classes.texts);
});

it.each(templates.map(({ name, example }) => [name.replace("mohallamart/", ""), example] as const))(
  "the email %s says how such emails end exactly when it is promotional",
  async (name, example) => {
    if (!example) throw new Error("Give it PreviewProps.");
    const { html } = await renderEmail(example);
    const isPromotional = Object(classes.emails)[name] === "promotional";
    expect(/Stop these emails/.test(html)).toBe(isPromotional);
  },
);

it.each(promotional)("%s goes over no channel that its reader has not allowed", async (type) => {
  const { bench, event } = await benchWithNews(type);
  await allow(bench, false);
  await tell(bench, event());
  expect(bench.engine.run("send-bulk-notification").output).toMatchObject({ told: 1, asked: {} });
  expect(sentTo(bench)).toEqual([]);
});

it.each(promotional)("%s names in its email and its text where its reader ends it", async (type) => {
  const { bench, event } = await benchWithNews(type);
  await allow(bench, true);
  await tell(bench, event());
  const [{ token = "" } = {}] = await bench.mohallaMart.unsubscribeTokens.of([asha.userId]);
  const url = `https://mohallamart.test/u/${token}`;
  const sent = sentTo(bench);
  expect(sent.map(({ channel }) => channel).toSorted()).toEqual(["email", "push", "sms"]);
  const email = sent.find(({ channel }) => channel === "email");
  expect(email?.html).toContain(`href="${url}"`);
  expect(email?.text).toContain(url);
  expect(email?.resource.headers).toMatchObject({
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  expect(sent.find(({ channel }) => channel === "sms")?.text).toContain(url);
  expect(JSON.stringify(sent)).not.toContain("stop.invalid");
  // Nothing that the engine keeps opens the page.
  expect(JSON.stringify([bench.engine.runs(), bench.engine.events()])).not.toContain(token);
});

it("what its reader asked for needs no allowing, and names no way to end it", async () => {
  const { bench } = await benchWithNews("product.priceDrop");
  await allow(bench, false);
  const order = { type: "order.packed", channels: ["email" as const], data: { orderId: "ord_1" } };
  await tell(bench, notificationSend.create({ userId: asha.userId, ...order }));
  const [email, ...more] = sentTo(bench);
  expect(more).toEqual([]);
  expect(email?.html).not.toContain("/u/");
  expect(email?.resource.headers ?? {}).not.toHaveProperty("List-Unsubscribe");
});

it("a promotional text waits for the morning in India, and is told then, unless it was stopped at night", async () => {
  for (const stopped of [false, true]) {
    const { bench, event } = await benchWithNews("product.backInStock");
    await allow(bench, true);
    await bench.engine.advance("11h");
    await tell(bench, event());
    expect(sentTo(bench)).toEqual([]);
    await bench.engine.advance("12h");
    expect(sentTo(bench)).toEqual([]);
    if (stopped) await allow(bench, false);
    await bench.engine.advance("1h");
    await bench.settle();
    expect(sentTo(bench)).toHaveLength(stopped ? 0 : 3);
    await bench.close();
  }
});
