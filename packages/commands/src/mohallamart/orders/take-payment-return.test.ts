import { describe, expect, it } from "vitest";
import { paymentBench } from "../../testing/paid-checkout.ts";
import { storesAway } from "../../testing/test-stores.ts";
import { startPayment } from "./start-payment.ts";
import { takePaymentReturn } from "./take-payment-return.ts";
import { writeOrder } from "./write-order.ts";

const bench = await paymentBench();
const { ports, payments, vendors } = bench;
const { checkouts, orders } = ports;
const start = startPayment(ports);

/** What the customer is shown: their order, or why there is none. */
async function takeReturn(
  orderId: string,
  fields: Record<string, string>,
  changed: Partial<typeof ports> = {},
): Promise<string> {
  const outcome = await takePaymentReturn({ ...ports, ...changed })({ orderId, fields });
  if (outcome.ok) expect(outcome.orderId).toBe(orderId);
  return outcome.ok ? "placed" : outcome.code;
}

it("places the order with the authorised payment, reserves the stock and emits it", async () => {
  const order = await bench.request();
  const fields = await bench.startAndPay(order, "visit-1");
  expect(await takeReturn(order.orderId, fields)).toBe("placed");
  const { id: paymentId } = await bench.paymentOf(fields);
  expect(await orders.payment(order.orderId)).toMatchObject({
    paymentId,
    amount: 59.97,
    status: "authorised",
  });
  expect(await bench.available(order)).toBe(6);
  expect(await releasedOf(order)).toEqual([]);
  const emitted = [`order.created:${order.orderId}`, `checkout.completed:${order.orderId}`];
  expect(await bench.emitted()).toEqual(expect.arrayContaining(emitted));
  expect(await checkouts.get(order.orderId)).toMatchObject({ status: "placed" });
});

it("makes one order of a result that is posted five times at once, and again after a price has changed", async () => {
  const order = await bench.request();
  const fields = await bench.startAndPay(order);
  const post = () => takeReturn(order.orderId, fields);
  expect(new Set(await Promise.all(Array.from({ length: 5 }, post)))).toEqual(new Set(["placed"]));
  await bench.setPriceOf(order, 2_500);
  expect(await post()).toBe("placed");
  const created = (await bench.emitted()).filter((id) => id === `order.created:${order.orderId}`);
  expect(created).toHaveLength(1);
  expect(await bench.available(order)).toBe(6);
});

it("a declined payment leaves everything open for another try", async () => {
  const order = await bench.request();
  await start(order);
  expect(await takeReturn(order.orderId, await bench.pay(order, "failed"))).toBe("declined");
  expect(await checkouts.get(order.orderId)).toMatchObject({ status: "open" });
  expect(await takeReturn(order.orderId, await bench.pay(order))).toBe("placed");
});

it("a result that someone made up, or of another order, places nothing", async () => {
  const order = await bench.request();
  const other = await bench.request();
  await start(order);
  const genuine = await bench.startAndPay(other);
  const forged = { ...(await bench.pay(order)), razorpay_payment_id: "pay_madeup" };
  for (const fields of [genuine, forged, {}]) {
    expect(await takeReturn(order.orderId, fields)).toBe("declined");
  }
  expect(await orders.get(order.orderId)).toBeUndefined();
});

/** Of which payments for an order its customer is told that they go back, each once. */
async function releasedOf({ orderId }: { orderId: string }) {
  const about = (await bench.emittedEvents()).filter(
    ({ name, data }) => name === "payment.released" && data.orderId === orderId,
  );
  return Promise.all(about.map(({ data }) => checkouts.released(String(data.paymentId))));
}

const payer = { name: "Asha Rao", email: "asha@example.com" };

const meanwhile = {
  "its stock is gone": {
    happens: bench.sellOut,
    told: /Mango \d+ is sold out/,
    undo: async () => {},
  },
  "its shop has closed": {
    happens: () => bench.listShop(false),
    told: /Not sold by this shop/,
    undo: () => bench.listShop(true),
  },
  "its price has changed": {
    happens: (order: Parameters<typeof bench.sellOut>[0]) => bench.setPriceOf(order, 2_500),
    told: /the total is ₹75 now, it was ₹59\.97/,
    undo: (order: Parameters<typeof bench.sellOut>[0]) => bench.setPriceOf(order, 1_999),
  },
};

describe.each(Object.entries(meanwhile))(
  "when %s by the time it is paid",
  (_what, { happens, told, undo }) => {
    it("there is no order, the customer is told, and the money is never taken", async () => {
      const order = await bench.request();
      const fields = await bench.startAndPay(order);
      await happens(order);
      expect(await takeReturn(order.orderId, fields)).toBe("refused");
      expect(await orders.get(order.orderId)).toBeUndefined();
      const refused = { status: "refused", refusal: expect.stringMatching(told) };
      expect(await checkouts.get(order.orderId)).toMatchObject(refused);
      expect(await bench.paymentOf(fields)).toMatchObject({ status: "authorised", refunded: 0 });
      // What the customer was told stays true.
      await undo(order);
      expect(await takeReturn(order.orderId, fields)).toBe("refused");
      expect(await orders.get(order.orderId)).toBeUndefined();
      expect(await releasedOf(order)).toMatchObject([{ refusal: expect.stringMatching(told) }]);
    });

    it("what was captured goes back, once", async () => {
      const order = await bench.request();
      const fields = await bench.startAndPay(order);
      await payments.capture({ paymentId: (await bench.paymentOf(fields)).id, amount: order.total });
      await happens(order);
      const post = () => takeReturn(order.orderId, fields);
      expect(await Promise.all([post(), post()])).toEqual(["refused", "refused"]);
      expect(await bench.paymentOf(fields)).toMatchObject({ status: "refunded", refunded: 59.97 });
      expect(await releasedOf(order)).toMatchObject([{ customer: payer }]);
      await undo(order);
    });
  },
);

it("a checkout that has expired is refused", async () => {
  const order = await bench.request();
  await startPayment({ ...ports, now: () => Date.parse("2026-01-01T00:00:00Z") })(order);
  expect(await takeReturn(order.orderId, await bench.pay(order))).toBe("refused");
  expect(await checkouts.get(order.orderId)).toMatchObject({ refusal: expect.stringContaining("too long") });
  expect(await releasedOf(order)).toMatchObject([{ customer: payer }]);
});

it("a customer who paid twice, or chose cash after all, gets one order and the other payment back", async () => {
  const twice = await bench.request();
  const first = await bench.startAndPay(twice);
  const second = await bench.pay(twice);
  expect(await takeReturn(twice.orderId, second)).toBe("placed");
  expect(await takeReturn(twice.orderId, first)).toBe("refused");
  const { id: paymentId } = await bench.paymentOf(second);
  expect(await orders.payment(twice.orderId)).toMatchObject({ paymentId });
  const other = { paymentId: (await bench.paymentOf(first)).id, customer: payer };
  expect(await releasedOf(twice)).toMatchObject([other]);

  const cash = await bench.request();
  const unused = await bench.startAndPay(cash);
  await writeOrder(orders, cash);
  expect(await takeReturn(cash.orderId, unused)).toBe("refused");
  expect(await orders.payment(cash.orderId)).toMatchObject({ status: "due" });
  expect(await releasedOf(cash)).toMatchObject([{ customer: payer, amount: 59.97 }]);
  expect(await bench.available(cash)).toBe(6);
});

it("a vendor that is down keeps no order from being placed, and no customer from being told", async () => {
  const [order, late] = [await bench.request(), await bench.request()];
  const [fields, lateFields] = [await bench.startAndPay(order), await bench.startAndPay(late)];
  await bench.sellOut(late);
  vendors.failNext("razorpay", { status: 503, times: 2 });
  expect(await takeReturn(order.orderId, fields)).toBe("placed");
  expect(await takeReturn(late.orderId, lateFields)).toBe("refused");
  expect(bench.logged()).toContain("a payment was not released yet");
  await vendors.reset();
});

it("a customer whose order cannot be written yet is asked to wait", async () => {
  const order = await bench.request();
  const fields = await bench.startAndPay(order);
  expect(await takeReturn(order.orderId, fields, storesAway().mohallaMart)).toBe("waiting");
  expect(await takeReturn(order.orderId, fields)).toBe("placed");
});
