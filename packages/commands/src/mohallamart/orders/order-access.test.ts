import { beforeAll, expect, it } from "vitest";
import type { Person } from "../../sessions/person.ts";
import { paymentBench } from "../../testing/paid-checkout.ts";
import {
  checkoutAccess,
  linkCancelsFor,
  mayCancel,
  type OrderReader,
  orderAccess,
  seesAddress,
} from "./order-access.ts";
import { newOrderId } from "./place-order.ts";
import { writeOrder } from "./write-order.ts";

const bench = await paymentBench();
const { orders, orderLinks } = bench.ports;

let orderId: string;
let otherOrderId: string;
let owner: Person;

beforeAll(async () => {
  const [first, second] = [await bench.request(), await bench.request()];
  for (const order of [first, second]) await writeOrder(orders, order);
  ({ orderId } = first);
  otherOrderId = second.orderId;
  const { userId = "" } = (await orderLinks.parties(orderId)) ?? {};
  owner = { role: "customer", id: userId, name: "Asha", email: "asha@example.com" };
});

const person = { name: "X", email: "x@example.com" };
const linkTo = async (id: string) => (await orderLinks.issue(id)) ?? "none";
const access = (reader: OrderReader, id = orderId) => orderAccess({ orderLinks }, id, reader);

it("is the account's that ordered, the order's shop's, the staff's and whoever's has a link", async () => {
  expect(await access({ person: owner })).toMatchObject({ as: "owner" });
  const shopkeeper = { ...person, role: "shopkeeper", id: "sk_1", shopId: "shop_1" } as const;
  expect(await access({ person: shopkeeper })).toMatchObject({ as: "shop" });
  expect(await access({ person: { ...person, role: "admin", id: "admin_1" } })).toMatchObject({
    as: "staff",
  });
  expect(await access({ linkToken: await linkTo(orderId) })).toMatchObject({ as: "link" });
});

it("shows where it goes to its owner and its shop, and to nobody else who may see it", () => {
  const seen = (["owner", "shop", "link", "staff"] as const).filter((as) => seesAddress({ as }));
  expect(seen).toEqual(["owner", "shop"]);
});

it.each<[string, () => Promise<OrderReader> | OrderReader]>([
  ["nobody", () => ({})],
  ["another customer", () => ({ person: { ...owner, id: "user_other" } })],
  ["another shop", () => ({ person: { ...person, role: "shopkeeper", id: "sk_2", shopId: "shop_2" } })],
  ["10 Ocean's resident with the same id", () => ({ person: { ...owner, role: "resident" } as Person })],
  ["10 Ocean's admin", () => ({ person: { ...person, role: "association-admin", id: "admin_1" } })],
  ["who knows the order's id", () => ({ linkToken: orderId })],
  ["who has a link to another order", async () => ({ linkToken: await linkTo(otherOrderId) })],
  ["who has the proof of its form", () => ({ linkToken: orderLinks.proof(orderId) })],
  ["who has an empty link", () => ({ linkToken: "" })],
])("is not that of %s, who is answered as for an order that does not exist", async (_who, reader) => {
  const given = await reader();
  expect(await access(given)).toBeUndefined();
  expect(await access(given, newOrderId())).toBeUndefined();
});

it("of what is no order's id is nobody's", async () => {
  expect(await access({ person: owner }, "__proto__")).toBeUndefined();
  expect(await checkoutAccess({ orderLinks }, "<script>", {})).toBe(false);
});

it("lets its owner cancel at any time, a link for a day, and the shop and the staff never", () => {
  const placed = Date.parse("2026-11-02T10:00:00Z");
  const linkCancelsUntil = new Date(placed + linkCancelsFor).toISOString();
  const may = (as: "owner" | "link" | "shop" | "staff", after: number) =>
    mayCancel({ as, linkCancelsUntil }, placed + after);
  expect([may("link", 0), may("link", linkCancelsFor - 1), may("link", linkCancelsFor)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([may("owner", 2 * linkCancelsFor), may("shop", 0), may("staff", 0)]).toEqual([true, false, false]);
});

it("of an order that is about to be paid is its browser's, before and after it is placed", async () => {
  const order = await bench.request();
  const linkToken = await orderLinks.forBrowser(order.orderId);
  const mayOpen = (reader: OrderReader) => checkoutAccess({ orderLinks }, order.orderId, reader);
  expect([await mayOpen({ linkToken }), await mayOpen({}), await mayOpen({ person: owner })]).toEqual([
    true,
    false,
    false,
  ]);
  await writeOrder(orders, order);
  expect(await mayOpen({ linkToken })).toBe(true);
  expect(await access({ linkToken }, order.orderId)).toMatchObject({ as: "link" });
});
