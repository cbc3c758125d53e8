import { expect, it } from "vitest";
import { customer, newOrder, orderEvents, rice, type StoreBench } from "../contract/bench.ts";
import type { NewCheckout } from "../port.ts";
import type { PostalAddress, Recipient } from "./port.ts";

const { userId, ...contact } = customer;

const address: PostalAddress = {
  line1: "Flat 4B, Rose Apartments",
  line2: "12th Main, Indiranagar",
  landmark: "Behind the blue door",
  pinCode: "560038",
};
const recipient: Recipient = { name: contact.name, phone: contact.phone, ...address };

export function addressContract(bench: () => StoreBench): void {
  const place = (changes: object = {}) =>
    bench().stores.orders.place(newOrder({ address, ...changes }), orderEvents);
  const addressOf = async (orderId = "ord_1") =>
    (await bench().stores.addresses.ofOrders([orderId]))[orderId];
  const saved = async () =>
    (await bench().stores.addresses.list({ userId })).map(({ line1, pinCode }) => `${line1} ${pinCode}`);

  it("an order has the address that it was placed with, and nothing that is emitted or read with it does", async () => {
    await place();
    await place({ address: { ...address, line1: "Somewhere else" } });
    await place({ orderId: "ord_2", address: { line1: "Shop 3", pinCode: "110001" } });
    await place({ orderId: "ord_3", address: undefined });
    const { addresses, orders } = bench().stores;
    expect(await addresses.ofOrders(["ord_1", "ord_2", "ord_3", "ord_none"])).toEqual({
      ord_1: address,
      ord_2: { line1: "Shop 3", pinCode: "110001" },
    });
    expect(await addresses.ofOrders([])).toEqual({});
    const seen = JSON.stringify([await bench().emitted(), await orders.get("ord_1")]);
    for (const part of Object.values(address)) expect(seen).not.toContain(part);
  });

  it("a checkout keeps it while it is open, and hands it to its order", async () => {
    const { checkouts } = bench().stores;
    const checkout: NewCheckout = {
      orderId: "ord_1",
      paymentOrderId: "order_1",
      shopId: rice.shopId,
      customer: contact,
      address,
      items: [{ productId: rice.productId, quantity: 2 }],
      total: 39.98,
      expiresAt: "2100-01-01T00:00:00.000Z",
    };
    await checkouts.open(checkout);
    expect(await checkouts.get("ord_1")).toEqual({ ...checkout, status: "open" });
    await place({ payment: "prepaid", paymentId: "pay_1" });
    expect(await checkouts.get("ord_1")).not.toHaveProperty("address");
    expect(await addressOf()).toEqual(address);
    await checkouts.open({ ...checkout, orderId: "ord_2", paymentOrderId: "order_2" });
    expect(await checkouts.refuse("ord_2", "Sold out.")).not.toHaveProperty("address");
  });

  it("is saved once, the last used first, and of more than five the oldest is forgotten", async () => {
    const { addresses, users } = bench().stores;
    await users.add(customer);
    const save = (line1: string) => addresses.save(userId, { ...recipient, line1 });
    expect(await Promise.all([save("House 1"), save("House 1")])).toEqual([true, true]);
    for (const n of [2, 3, 1]) await save(`House ${n}`);
    expect(await saved()).toEqual(["House 1 560038", "House 3 560038", "House 2 560038"]);
    for (const n of [4, 5, 6]) await save(`House ${n}`);
    expect((await saved()).map((text) => text.slice(6, 7))).toEqual(["6", "5", "4", "1", "3"]);
    const [first] = await addresses.list({ userId });
    expect(first).toEqual({ addressId: expect.stringMatching(/^adr_/), ...recipient, line1: "House 6" });
    expect(await addresses.list({ userId: "user_2" })).toEqual([]);
  });

  it("is forgotten when its customer says so, and by nobody else; orders keep where they go", async () => {
    const { addresses, users } = bench().stores;
    await users.add(customer);
    await addresses.save(userId, recipient);
    await place();
    const [{ addressId = "" } = {}] = await addresses.list({ userId });
    expect(await addresses.forget({ userId: "user_2", addressId })).toBe(false);
    expect(await saved()).toHaveLength(1);
    expect(await addresses.forget({ userId, addressId })).toBe(true);
    expect(await addresses.forget({ userId, addressId })).toBe(false);
    expect(await saved()).toEqual([]);
    expect(await addressOf()).toEqual(address);
  });

  it("is not saved for an account that is not there, and goes with one that is closed", async () => {
    const { addresses, users } = bench().stores;
    expect(await addresses.save(userId, recipient)).toBe(false);
    await users.add(customer);
    await addresses.save(userId, recipient);
    await place();
    await users.remove(userId);
    expect(await saved()).toEqual([]);
    expect(await addressOf()).toBeUndefined();
    expect(await addresses.save(userId, recipient)).toBe(false);
  });
}
