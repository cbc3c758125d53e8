import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { orderDeliveryAttemptFailed } from "@org/events/mohallamart/order-delivery-attempt-failed";
import { expect, it } from "vitest";
import { breaches } from "../../testing/invariants.ts";
import { asha, giveShopkeepersDevices, placeOrder, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { failAttempt } from "./tell-of-failed-attempt.scenario.ts";

const functionId = "tell-of-failed-attempt";

const told = ({ vendors }: TestBench, channel: "email" | "sms" | "push", words: RegExp) =>
  vendors
    .outbox()
    .filter((message) => message.channel === channel)
    .filter(({ subject = "", text = "" }) => words.test(`${subject} ${text}`));

it("tells the customer of each attempt, over every channel, once", async () => {
  const bench = await startTestBench();
  await bench.subscribeDevice(asha.userId);
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  for (const noticeId of ["msg_1", "msg_1", "msg_2"]) {
    await failAttempt(bench, orderId, noticeId);
    await bench.settle();
    await bench.engine.advance("1m");
  }

  for (const channel of ["email", "sms", "push"] as const)
    for (const attempt of [1, 2])
      expect(told(bench, channel, new RegExp(`[Aa]ttempt ${attempt} `)), channel).toHaveLength(1);
  const [email] = told(bench, "email", /attempt 1 /);
  expect([email?.to, email?.subject]).toEqual([asha.email, `Your order ${orderId} could not be handed over`]);
  expect(email?.text).toContain("Nobody was there.");
  expect(await bench.mohallaMart.deliveries.get(`failed-attempt:${orderId}:2:email`)).toMatchObject({
    status: "sent",
  });
});

it.each([
  ["hi-IN", "सौंपा नहीं जा सका"],
  ["kn-IN", "ಹಸ್ತಾಂತರಿಸಲು ಆಗಲಿಲ್ಲ"],
] as const)("says it in %s", async (language, words) => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench, { language });
  await bench.settle();
  await failAttempt(bench, orderId, "msg_1");
  await bench.settle();

  expect(told(bench, "email", new RegExp(words))).toHaveLength(1);
});

it("tells nobody of an attempt when the order has arrived meanwhile", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await bench.mohallaMart.orders.advance(orderId, "delivered", { emit: [] });
  await bench.engine.send(orderDeliveryAttemptFailed.create({ orderId, attempt: 1, reason: "other" }));
  await bench.settle();

  expect(bench.engine.run(functionId).output).toEqual({ skipped: `Order ${orderId} is delivered by now.` });
  expect(told(bench, "email", /could not be handed over/)).toEqual([]);
});

it("undoes an order after its last attempt: the money goes back, and customer and shop hear why", async () => {
  const bench = await startTestBench();
  await giveShopkeepersDevices(bench);
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  await bench.engine.advance("1m");
  for (const noticeId of ["msg_1", "msg_2"]) await failAttempt(bench, orderId, noticeId);
  await bench.settle();
  const { take } = bench.mohallaMart.parcels;
  const last = { noticeId: "msg_3", orderId, status: "attempt-failed", at: "2026-11-28T10:00:00Z" } as const;
  const undone = orderCancelled.create({ orderId, cancelledBy: "system", reason: "undeliverable" });
  expect(await take(last, { emit: [undone] })).toEqual({ outcome: "moved", isNew: true });
  await bench.settle();
  await bench.engine.advance("1h");

  expect(await bench.mohallaMart.orders.get(orderId)).toMatchObject({ status: "cancelled" });
  expect(bench.engine.run("cancel-order")).toHaveCompleted();
  expect((await bench.mohallaMart.orders.payment(orderId))?.refund ?? "refunded").not.toBe("failed");
  expect(told(bench, "email", /because it could not be delivered/)).toHaveLength(1);
  expect(told(bench, "email", /brings it back to you/).length).toBeGreaterThan(0);
  expect(told(bench, "push", /is brought back to you/).length).toBeGreaterThan(0);
  expect(await breaches(bench)).toEqual([]);
});
