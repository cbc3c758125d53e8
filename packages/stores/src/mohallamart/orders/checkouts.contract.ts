import { paymentReleased } from "@org/events/mohallamart/payment-released";
import { failureOf } from "@org/integrations/contracts";
import { describe, expect, it } from "vitest";
import { customer, newOrder, oil, orderEvents, rice, type StoreBench } from "../contract/bench.ts";
import type { NewCheckout, NewOrder } from "../port.ts";
import { CheckoutClosedError } from "./errors.ts";

const { userId, ...contact } = customer;

const checkout: NewCheckout = {
  orderId: "ord_1",
  paymentOrderId: "order_1",
  shopId: rice.shopId,
  customer: contact,
  items: [{ productId: rice.productId, quantity: 2 }],
  visitId: "visit_1",
  language: "kn-IN",
  total: 39.98,
  expiresAt: "2100-01-01T00:00:00.000Z",
};

const { customer: _contact, visitId: _visit, ...closed } = checkout;
const past = "2020-01-01T00:00:00.000Z";
/** More than the month that a closed one is kept. */
const longPast = "2019-01-01T00:00:00.000Z";

export function checkoutContract(bench: () => StoreBench): void {
  const open = (changes?: Partial<NewCheckout>) => bench().stores.checkouts.open({ ...checkout, ...changes });
  const get = (orderId = "ord_1") => bench().stores.checkouts.get(orderId);
  const place = (changes?: Partial<NewOrder>) =>
    bench().stores.orders.place(
      newOrder({ payment: "prepaid", paymentId: "pay_1", ...changes }),
      orderEvents,
    );

  it("one is found by its order and by its payment, and can be changed while it is open", async () => {
    const { checkouts } = bench().stores;
    expect(await open()).toBe(true);
    expect(await get()).toEqual({ ...checkout, status: "open" });
    expect(await checkouts.findByPayment("order_1")).toEqual({ ...checkout, status: "open" });
    const changed = { ...checkout, customer: { name: "Maya", email: "maya@example.com" }, total: 59.97 };
    expect(await open(changed)).toBe(true);
    expect(await get()).toEqual({ ...changed, status: "open" });
    expect([await get("ord_2"), await checkouts.findByPayment("order_2")]).toEqual([undefined, undefined]);
  });

  it.each([{}, { payment: "cash" as const, paymentId: undefined }])(
    "is closed by its order (%j) and keeps neither contact nor visit",
    async (changes) => {
      await open();
      await place(changes);
      expect(await get()).toEqual({ ...closed, status: "placed" });
      expect(await open()).toBe(false);
      expect(await bench().stores.checkouts.refuse("ord_1", "Sold out.")).toMatchObject({ status: "placed" });
    },
  );

  it("stays open when its order is refused", async () => {
    await open();
    await failureOf(place({ items: [{ productId: oil.productId, quantity: 9 }] }));
    expect(await get()).toMatchObject({ status: "open" });
  });

  it("is refused for good, with the first reason and without a contact", async () => {
    const { checkouts, orders, products } = bench().stores;
    await open();
    const refused = { ...closed, status: "refused", refusal: "Sold out." };
    expect(await checkouts.refuse("ord_1", "Sold out.")).toEqual(refused);
    expect(await checkouts.refuse("ord_1", "Another reason.")).toEqual(refused);
    expect(await open()).toBe(false);
    expect(await failureOf(place())).toBeInstanceOf(CheckoutClosedError);
    expect(await orders.get("ord_1")).toBeUndefined();
    expect(await products.get(rice.productId)).toMatchObject({ available: 10 });
    expect(await bench().emitted()).toEqual([]);
  });

  it("does not keep its customer from paying in cash once it is refused", async () => {
    await open();
    await bench().stores.checkouts.refuse("ord_1", "Sold out.");
    await place({ payment: "cash", paymentId: undefined });
    expect(await get()).toEqual({ ...closed, status: "placed" });
  });

  it("is either placed or refused when both happen at once", async () => {
    const { checkouts, orders } = bench().stores;
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const orderId = `ord_${n}`;
        await open({ orderId, paymentOrderId: `order_${n}` });
        const order = { orderId, items: [{ productId: rice.productId, quantity: 1 }] };
        const [, refused] = await Promise.allSettled([place(order), checkouts.refuse(orderId, "Late.")]);
        const status = (await orders.get(orderId)) ? "placed" : "refused";
        expect(refused).toMatchObject({ value: { status } });
      }),
    );
  });

  describe("with a payment that pays for no order", () => releasedContract(bench, { open, place }));

  describe("that has expired", () => {
    it("is not placed any more", async () => {
      await open({ expiresAt: past });
      expect(await failureOf(place())).toBeInstanceOf(CheckoutClosedError);
    });

    it("loses its contact with the next checkout, and is forgotten a month later", async () => {
      await open({ expiresAt: new Date().toISOString() });
      await open({ orderId: "ord_2", paymentOrderId: "order_2", expiresAt: longPast });
      await open({ orderId: "ord_3", paymentOrderId: "order_3" });
      expect(await get()).not.toHaveProperty("customer");
      expect(await get()).toMatchObject({ status: "refused", refusal: expect.stringContaining("too long") });
      expect(await get("ord_2")).toBeUndefined();
      expect(await get("ord_3")).toMatchObject({ status: "open" });
    });
  });

  it("an account that is closed takes its checkouts along", async () => {
    const { users } = bench().stores;
    await users.add(customer);
    await open();
    await open({
      orderId: "ord_2",
      paymentOrderId: "order_2",
      customer: { name: "B", email: "b@example.com" },
    });
    await users.remove(userId);
    expect(await get()).toEqual({ ...closed, status: "refused", refusal: "The account was closed." });
    expect(await get("ord_2")).toMatchObject({ status: "open" });
  });
}

function releasedContract(
  bench: () => StoreBench,
  {
    open,
    place,
  }: { open(changes?: Partial<NewCheckout>): Promise<boolean>; place(changes?: object): Promise<unknown> },
): void {
  const refuse = (paymentId: string, refusal = "Sold out.") =>
    bench().stores.checkouts.refuse("ord_1", refusal, {
      paymentId,
      emit: ({ orderId, amount }) => [paymentReleased.create({ orderId, paymentId, amount })],
    });
  const released = (paymentId = "pay_1") => bench().stores.checkouts.released(paymentId);
  const { name, email } = contact;
  const kept = {
    paymentId: "pay_1",
    orderId: "ord_1",
    shopId: rice.shopId,
    amount: 39.98,
    refusal: "Sold out.",
    customer: { name, email },
    language: checkout.language,
  };
  const emittedFor = async () =>
    (await bench().emitted()).filter(({ name }) => name === "payment.released").map(({ id }) => id);

  it("keeps who made it and why it was refused, and says so once", async () => {
    await open();
    expect(await Promise.all([refuse("pay_1"), refuse("pay_1")])).toMatchObject([
      { status: "refused" },
      { status: "refused" },
    ]);
    expect(await released()).toEqual(kept);
    expect(await emittedFor()).toEqual(["payment.released:pay_1"]);
    expect(await released("pay_2")).toBeUndefined();
  });

  it("knows who made the second one, though the checkout has lost its contact", async () => {
    await open();
    await refuse("pay_1");
    await refuse("pay_2", "Another reason.");
    expect(await released("pay_2")).toEqual({ ...kept, paymentId: "pay_2" });
    expect(await emittedFor()).toEqual(["payment.released:pay_1", "payment.released:pay_2"]);
  });

  it("knows the customer of an order that was placed without it, and leaves that order's own payment alone", async () => {
    await open();
    await place();
    expect(await refuse("pay_1")).toMatchObject({ status: "placed" });
    expect(await released()).toBeUndefined();
    await refuse("pay_2", "Placed without it.");
    expect(await released("pay_2")).toEqual({ ...kept, paymentId: "pay_2", refusal: "Placed without it." });
    expect(await emittedFor()).toEqual(["payment.released:pay_2"]);
  });

  it("forgets who made it when their account is closed", async () => {
    const { users } = bench().stores;
    await users.add(customer);
    await open();
    await refuse("pay_1");
    await users.close(userId, { emit: [] });
    expect(await released()).toEqual({ ...kept, customer: undefined });
  });

  it("forgets who made one that came while their account was being closed", async () => {
    const { users } = bench().stores;
    await users.add(customer);
    await open();
    await place();
    await users.close(userId, { emit: [] });
    await refuse("pay_2");
    await users.remove(userId);
    expect(await released("pay_2")).not.toHaveProperty("customer");
  });

  it("is of nobody when the checkout had lost its contact before", async () => {
    await open({ expiresAt: new Date().toISOString() });
    await open({ orderId: "ord_2", paymentOrderId: "order_2" });
    await refuse("pay_1");
    expect(await released()).toMatchObject({ refusal: expect.stringContaining("too long") });
    expect(await released()).not.toHaveProperty("customer");
    expect(await emittedFor()).toEqual(["payment.released:pay_1"]);
  });
}
