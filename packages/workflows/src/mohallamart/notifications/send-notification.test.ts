import { notificationSend } from "@org/events/mohallamart/notification-send";
import { pushIdOf } from "@org/integrations/push/port";
import { expect, it } from "vitest";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "send-notification";

type Data = Parameters<typeof notificationSend.create>[0];

/** Asks for a notification of asha's, and lets it be sent. */
async function notify(bench: TestBench, data: Omit<Data, "userId"> & { userId?: string }, id = "evt_1") {
  await bench.engine.send(notificationSend.create({ userId: asha.userId, ...data }, { id }));
  await bench.settle();
}

/** Asha with an order, and with a device unless she is to have none; what the order itself sends is gone. */
async function benchWithOrder({ device = true } = {}) {
  const bench = await startTestBench();
  const order = await placeOrder(bench);
  await bench.settle();
  await bench.vendors.reset();
  if (device) await bench.subscribeDevice(asha.userId);
  return { bench, packed: { type: "order.packed", data: { orderId: order.orderId } }, order };
}

/** Asha, who watches the first product and has chosen her channels. */
async function benchWithWatcher(channels: { email: boolean; sms: boolean; push: boolean }) {
  const bench = await startTestBench();
  const [product] = bench.products;
  if (!product) throw new Error("The demo data has no product.");
  await bench.mohallaMart.users.add(asha);
  await bench.mohallaMart.preferences.initialize({ userId: asha.userId, language: "en-IN", channels });
  await bench.subscribeDevice(asha.userId);
  return { bench, product };
}

/** Every message but the day's figures, which staff get each morning. */
function sentBy({ vendors }: TestBench) {
  const messages = vendors.outbox().filter(({ subject }) => !subject?.startsWith("MohallaMart on "));
  return messages.map(({ channel, to, text, subject }) => ({ channel, to, text, subject }));
}

function deliveriesOf({ mohallaMart }: TestBench, subject: string) {
  return mohallaMart.deliveries
    .list({ subject })
    .then((list) => list.filter(({ workflow }) => workflow === functionId));
}

it("tells the user over every channel, and in the inbox on the site", async () => {
  const { bench, packed, order } = await benchWithOrder();
  await notify(bench, { ...packed, channels: ["push", "sms", "email"] });

  expect(bench.engine.run(functionId).output).toEqual({
    told: 1,
    skipped: 0,
    asked: { push: 1, sms: 1, email: 1 },
  });
  const sent = sentBy(bench);
  expect(sent.toSorted((a, b) => a.channel.localeCompare(b.channel))).toEqual([
    expect.objectContaining({ channel: "email", to: asha.email, subject: "Your order is packed" }),
    expect.objectContaining({
      channel: "push",
      to: pushIdOf("mohallamart", asha.userId),
      subject: "Your order is packed",
    }),
    expect.objectContaining({ channel: "sms", to: asha.phone }),
  ]);
  for (const { text } of sent) expect(text).toContain(order.orderId);
  expect(await bench.mohallaMart.notifications.list({ userId: asha.userId })).toMatchObject([
    { notificationId: "evt_1", type: "order.packed", title: "Your order is packed", data: packed.data },
  ]);
  for (const channel of ["push", "sms", "email"])
    expect(await deliveriesOf(bench, order.orderId)).toContainEqual(
      expect.objectContaining({ key: `notification:evt_1:${channel}`, status: "sent" }),
    );
});

it("sends nothing more for the same event, also after the vendors have forgotten its keys", async () => {
  const { bench, packed } = await benchWithOrder();
  const request = { ...packed, channels: ["push", "sms", "email"] } satisfies Omit<Data, "userId">;
  await notify(bench, request);
  await bench.engine.advance("31d");
  await notify(bench, request);

  expect(bench.engine.runs({ functionId, status: "Completed" })).toHaveLength(2);
  const hers: (string | undefined)[] = [asha.email, asha.phone, pushIdOf("mohallamart", asha.userId)];
  expect(sentBy(bench).filter(({ to }) => hers.includes(to))).toHaveLength(3);
  expect(await bench.mohallaMart.notifications.list({ userId: asha.userId })).toHaveLength(1);
});

it("keeps a vendor that is down for hours from stopping the other channels", async () => {
  const { bench, packed, order } = await benchWithOrder();
  bench.vendors.failNext("onesignal", { status: 503, times: 100 });
  await notify(bench, { ...packed, channels: ["push", "sms"] });
  expect(sentBy(bench)).toMatchObject([{ channel: "sms" }]);
  await bench.engine.advance("3h");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(sentBy(bench).filter(({ to }) => to === pushIdOf("mohallamart", asha.userId))).toEqual([]);
  expect(await deliveriesOf(bench, order.orderId)).toMatchObject([
    // In the order in which they ended: a text waits for no push.
    { channel: "sms", status: "sent" },
    { channel: "push", status: "failed", reason: expect.stringContaining("OneSignal answered 503") },
  ]);
});

it("records a user without a device as not reached, which is no failure", async () => {
  const { bench, packed, order } = await benchWithOrder({ device: false });
  await notify(bench, { ...packed, channels: ["push"] });

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await deliveriesOf(bench, order.orderId)).toMatchObject([{ channel: "push", status: "failed" }]);
  expect(await bench.mohallaMart.notifications.list({ userId: asha.userId })).toHaveLength(1);
});

it("falls back to email when an SMS was all that was asked for and is refused", async () => {
  const { bench, packed } = await benchWithOrder();
  bench.vendors.failNext("twilio", { status: 400 });
  await notify(bench, { ...packed, channels: ["sms"] });

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(sentBy(bench)).toMatchObject([{ channel: "email", to: asha.email }]);
});

it("falls back to email for a user without a phone", async () => {
  const bench = await startTestBench();
  const { phone: _, ...customer } = asha;
  const { orderId } = await placeOrder(bench, { customer });
  await bench.settle();
  await bench.vendors.reset();
  await notify(bench, { type: "order.shipped", channels: ["sms"], data: { orderId } });

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(sentBy(bench)).toMatchObject([{ channel: "email", to: asha.email }]);
});

it("sends no email when nobody knows whether the SMS arrived", async () => {
  const { bench, packed } = await benchWithOrder();
  bench.vendors.failNext("twilio", { cut: true });
  await notify(bench, { ...packed, channels: ["sms"] });

  expect(bench.engine.runs({ functionId: "deliver-sms" }).at(-1)?.output).toMatchObject({
    sent: 0,
    unknown: 1,
    failed: 0,
  });
  expect(sentBy(bench)).toMatchObject([{ channel: "sms" }]);
});

it("leaves a vendor's refusal to its sender, whose run fails", async () => {
  const { bench, packed, order } = await benchWithOrder();
  bench.vendors.failNext("onesignal", { status: 400 });
  bench.vendors.failNext("twilio", { status: 400 });
  await notify(bench, { ...packed, channels: ["push", "sms"] });
  expect(bench.engine.run(functionId)).toHaveCompleted();
  for (const [sender, vendor] of [
    ["deliver-push", "OneSignal"],
    ["deliver-sms", "Twilio"],
  ] as const)
    expect(bench.engine.runs({ functionId: sender }).at(-1)).toHaveFailed(
      new RegExp(`order\\.packed about ${order.orderId}\\. ${vendor}`),
    );

  bench.vendors.failNext("resend", { status: 422 });
  await notify(bench, { ...packed, channels: ["email"] }, "evt_2");
  expect(bench.engine.runs({ functionId: "deliver-email" }).at(-1)).toHaveFailed(
    new RegExp(`order\\.packed about ${order.orderId}\\. Resend`),
  );
});

it("sends what nobody asked for only over the channels that the user allows", async () => {
  const { bench, product } = await benchWithWatcher({ email: false, sms: false, push: true });
  await notify(bench, {
    type: "product.priceDrop",
    channels: ["push", "email", "sms"],
    data: { productId: product.productId, price: product.price, previousPrice: product.price + 10 },
  });

  expect(bench.engine.run(functionId).output).toMatchObject({ told: 1, asked: { push: 1 } });
  expect(sentBy(bench)).toMatchObject([{ channel: "push", subject: `${product.name} costs less` }]);
});

it("does not fall back to an email that the user does not want", async () => {
  const { bench, product } = await benchWithWatcher({ email: false, sms: true, push: true });
  bench.vendors.failNext("twilio", { status: 400 });
  await notify(bench, {
    type: "product.backInStock",
    channels: ["sms"],
    data: { productId: product.productId },
  });

  expect(sentBy(bench)).toEqual([]);
});

it("tells no price that does not hold any more", async () => {
  const { bench, product } = await benchWithWatcher({ email: true, sms: true, push: true });
  const { productId, price } = product;
  const drop = { type: "product.priceDrop", channels: ["email" as const] };
  await notify(bench, { ...drop, data: { productId, price: price - 20, previousPrice: price } });
  expect(bench.engine.run(functionId).output).toEqual({ told: 0, skipped: 1, asked: {} });
  await bench.mohallaMart.products.update(productId, { price: price - 5 }, { emit: [] });
  await bench.engine.advance("1m");
  await notify(bench, { ...drop, data: { productId, price: price - 20, previousPrice: price } }, "evt_2");

  const [email, ...more] = sentBy(bench);
  expect(more).toEqual([]);
  expect(email?.text).toContain(`₹${price - 5}.00`);
});

it.each([
  { channels: ["push"] as const, name: "a device" },
  { channels: ["sms"] as const, name: "a phone" },
])("sends nothing to $name of a user who is gone", async ({ channels: [channel] }) => {
  const bench = await startTestBench();
  await notify(bench, { type: "order.packed", channels: [channel], data: { orderId: "ord_1" } });

  expect(bench.engine.run(functionId).output).toEqual({ told: 0, skipped: 1, asked: {} });
  expect(sentBy(bench)).toEqual([]);
});

it("refuses a type that nobody has put into words, and names those that there are", async () => {
  const bench = await startTestBench();
  await notify(bench, { type: "order.eaten", channels: ["push"], data: {} });

  expect(bench.engine.run(functionId)).toHaveFailed(/no notification of type order\.eaten.*order\.packed/);
});

it("refuses data that the type cannot use, without quoting it", async () => {
  const { bench } = await benchWithOrder();
  await notify(bench, { type: "order.packed", channels: ["push"], data: { name: asha.name } });

  expect(bench.engine.run(functionId)).toHaveFailed(/data is not what its type needs: orderId/);
  expect(JSON.stringify(bench.engine.run(functionId).error)).not.toContain(asha.name);
});

it("tells nobody of somebody else's order", async () => {
  const { bench, packed } = await benchWithOrder();
  await bench.mohallaMart.users.add({ userId: "user_other", name: "Ravi", email: "ravi@example.com" });
  await notify(bench, { ...packed, userId: "user_other", channels: ["email"] });

  expect(bench.engine.run(functionId)).toHaveFailed(/ord_1 is not one of user user_other/);
  expect(sentBy(bench)).toEqual([]);
});

it("leaves what goes to many to a function of its own", async () => {
  const { bench, product } = await benchWithWatcher({ email: true, sms: false, push: false });
  await notify(bench, {
    type: "product.backInStock",
    channels: ["email"],
    priority: "bulk",
    data: { productId: product.productId },
  });
  expect(bench.engine.runs({ functionId })).toEqual([]);
});
