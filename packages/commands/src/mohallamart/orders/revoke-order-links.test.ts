import { expect, it } from "vitest";
import type { Person } from "../../sessions/person.ts";
import { paymentBench } from "../../testing/paid-checkout.ts";
import { orderAccess } from "./order-access.ts";
import { revokeOrderLinks } from "./revoke-order-links.ts";
import { writeOrder } from "./write-order.ts";

const bench = await paymentBench();
const { orders, orderLinks } = bench.ports;
const revoke = revokeOrderLinks({ orderLinks });

async function placed(): Promise<{ orderId: string; owner: Person }> {
  const order = await bench.request();
  await writeOrder(orders, order);
  const { userId = "" } = (await orderLinks.parties(order.orderId)) ?? {};
  const owner: Person = { role: "customer", id: userId, name: "Asha", email: "asha@example.com" };
  return { orderId: order.orderId, owner };
}

const opens = async (orderId: string, linkToken: string | undefined) =>
  (await orderAccess({ orderLinks }, orderId, { linkToken })) !== undefined;

it("ends the links that were sent and the browsers' that have one; later messages have another", async () => {
  const { orderId, owner } = await placed();
  const [sent, kept] = [await orderLinks.issue(orderId), await orderLinks.forBrowser(orderId)];
  expect(await revoke({ orderId, reader: { person: owner } })).toEqual({ ok: true, orderId });
  expect([await opens(orderId, sent), await opens(orderId, kept)]).toEqual([false, false]);
  expect(await orderLinks.find(sent ?? "")).toBeUndefined();
  const later = await orderLinks.issue(orderId);
  expect([later === sent, await opens(orderId, later)]).toEqual([false, true]);
});

it("is not for somebody with a link, who would lock the customer out", async () => {
  const { orderId } = await placed();
  const linkToken = await orderLinks.issue(orderId);
  const refused = { ok: false, code: "unknown-order" };
  expect(await revoke({ orderId, reader: { linkToken } })).toMatchObject(refused);
  expect(await revoke({ orderId, reader: {} })).toMatchObject(refused);
  expect(await revoke({ orderId: "<script>", reader: {} })).toMatchObject({ code: "damaged" });
  expect(await opens(orderId, linkToken)).toBe(true);
});
