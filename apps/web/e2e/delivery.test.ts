import { reportParcel, type Stack, startStack } from "@org/local-stack";
import { demoShopkeepers } from "@org/stores/demo-data/mohallamart";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addToCart, checkOut, home, newPerson, stepsOf, untilHandled } from "./customer.ts";
import { linkTo } from "./order-links.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type Visitor } from "./visitor.ts";

const shopId = "shop_789";
const patience = { timeout: 20_000, interval: 50 };
const keeper = demoShopkeepers.find((each) => each.shopId === shopId);

let stack: Stack;
let pool: Pool;

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

const visitor = () => createVisitor(stack.urls.web);

async function fillCart(customer: Visitor): Promise<void> {
  const sold = await mohallaMartStores(pool).products.list({ shopId });
  await addToCart(customer, sold.toSorted((a, b) => b.available - a.available)[0]?.productId ?? "");
}

async function placed(customer: Visitor, person = newPerson(), changes: Record<string, string> = {}) {
  await fillCart(customer);
  const { path } = await customer.send(await checkOut(customer, shopId, person, changes));
  await untilHandled(customer, path);
  return { path, person, orderId: path.split("/").at(-1) ?? "" };
}

describe("an address", () => {
  it.each([
    [{ line1: " " }, "Enter your house or flat"],
    [{ pinCode: "060038" }, "Enter a PIN code of six digits"],
    [{ pinCode: "" }, "Enter the PIN code"],
  ])("that says %j comes back, and nothing is ordered", async (changes, message) => {
    const customer = visitor();
    await fillCart(customer);
    const page = await customer.send(await checkOut(customer, shopId, newPerson(), changes));
    expect([page.path, page.text]).toEqual([`/checkout/${shopId}`, expect.stringContaining(message)]);
    expect(page.document.querySelector('input[name="landmark"]')?.getAttribute("value")).toBe(home.landmark);
  });

  it("is seen whole by its owner and its shop, and of it the PIN code by whoever has a link", async () => {
    const { path, person, orderId } = await placed(visitor());
    const friend = visitor();
    await friend.open((await linkTo(stack, orderId, person.email)).path);
    const byLink = await friend.open(path);
    expect([byLink.path, byLink.text]).toEqual([path, expect.stringContaining(`PIN code ${home.pinCode}`)]);
    expect(byLink.text).not.toContain(home.line1);
    const owner = visitor();
    await signIn(stack, owner, person.email, "/account");
    expect((await owner.open(path)).text).toContain(home.line1);
    const shop = visitor();
    await signIn(stack, shop, keeper?.email ?? "", "/shop");
    expect((await shop.open("/shop")).text).toContain(home.line1);
    expect((await shop.open(path)).text).toContain(home.line1);
    const heard = stack.emulators
      .outbox()
      .filter(({ to, text }) => to === "delivery" && text?.includes(orderId));
    expect(heard.map(({ resource }) => Object(resource).data.deliverTo)).toEqual([home]);
  });

  it("is offered no more once its customer says so, and the order keeps it", async () => {
    const customer = visitor();
    const { person, path } = await placed(customer);
    await signIn(stack, customer, person.email, "/account");
    const { path: later } = await placed(customer, person);
    const account = await customer.open("/account");
    expect(account.text).toContain(home.line1);
    const after = await customer.send(fillIn(account, 'input[name="addressId"]'));
    expect([after.path, after.text]).toEqual(["/account", expect.not.stringContaining(home.line1)]);
    await fillCart(customer);
    expect((await customer.open(`/checkout/${shopId}`)).text).not.toContain(
      "Where you had things brought to",
    );
    for (const kept of [path, later]) expect((await customer.open(kept)).text).toContain(home.line1);
    const orders = await customer.open("/account/orders");
    const ids = orders.document.querySelectorAll("[data-order]").map((row) => row.getAttribute("data-order"));
    expect(ids).toEqual([later, path].map((each) => each.split("/").at(-1)));
    expect((await customer.open("/account/orders?before=ord_none")).text).toContain(
      "There are no older orders.",
    );
  });

  it("is there the next time for who is signed in, and another one can be chosen", async () => {
    const customer = visitor();
    const { person } = await placed(customer);
    await signIn(stack, customer, person.email, "/account");
    await placed(customer, person, { line1: "Office, 3rd floor", pinCode: "560001" });
    await placed(customer, person, { line1: "Grandmother's house", pinCode: "110001" });
    await fillCart(customer);
    const value = async (path: string, name: string) =>
      (await customer.open(path)).document.querySelector(`input[name="${name}"]`)?.getAttribute("value");
    const page = `/checkout/${shopId}`;
    expect(await value(page, "line1")).toBe("Grandmother's house");
    const links = (await customer.open(page)).document.querySelectorAll('nav[aria-label="Your addresses"] a');
    expect(links.map(({ text }) => text)).toEqual([
      expect.stringContaining("Grandmother's house"),
      expect.stringContaining("Office, 3rd floor"),
      "Somewhere else",
    ]);
    expect(await value(links[1]?.getAttribute("href") ?? "", "line1")).toBe("Office, 3rd floor");
    expect(await value(links[2]?.getAttribute("href") ?? "", "line1")).toBeFalsy();
    expect(await value(`${page}?address=adr_of_somebody_else`, "line1")).toBe("Grandmother's house");
    const stranger = visitor();
    await fillCart(stranger);
    expect((await stranger.open(page)).text).not.toContain("Grandmother");
  });
});

describe("the delivery partner", () => {
  const secret = () => stack.emulators.partners.statusSecret;

  /** What a notice is answered. */
  async function post(body: string, { key = secret(), id = "msg_1", minutesAgo = 0 } = {}): Promise<number> {
    const now = new Date(Date.now() - minutesAgo * 60_000);
    const response = await fetch(`${stack.urls.web}/api/webhooks/delivery`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
        "webhook-signature": new Webhook(key).sign(id, now, body),
      },
      body,
    });
    return response.status;
  }

  const noticeOf = (orderId: string, status = "delivered") =>
    JSON.stringify({
      type: "parcel.updated",
      timestamp: new Date().toISOString(),
      data: { orderId, status },
    });

  it("moves an order, and its page shows each step", async () => {
    const customer = visitor();
    const { path, orderId } = await placed(customer);
    const tell = (status: "picked-up" | "out-for-delivery" | "attempt-failed" | "delivered", more = {}) =>
      reportParcel(stack.emulators.partners, { orderId, status, ...more });
    const shows = (text: string) =>
      vi.waitUntil(async () => (await customer.open(path)).text.includes(text), patience);
    await tell("picked-up", { trackingNumber: "DLV-7" });
    await shows("Tracking number DLV-7");
    await tell("out-for-delivery");
    await shows("Out for delivery");
    await tell("attempt-failed", { reason: "nobody-there" });
    await shows("Nobody was there");
    await tell("delivered");
    const steps = await vi.waitUntil(async () => {
      const all = stepsOf(await customer.open(path));
      return all.includes("delivered done") && all;
    }, patience);
    expect(steps.filter((step) => step.startsWith("shipped") || step.startsWith("delivered"))).toEqual([
      "shipped done",
      "delivered done",
    ]);
    const { rows } = await pool.query("select id from platform.outbox where id like $1 order by position", [
      `order.updated:${orderId}:%`,
    ]);
    expect(rows).toEqual([
      { id: `order.updated:${orderId}:shipped` },
      { id: `order.updated:${orderId}:delivered` },
    ]);
  });

  it("is refused without its signature, and when it says too much or nothing readable", async () => {
    const { orderId } = await placed(visitor());
    const stranger = `whsec_${btoa("a stranger's secret of its own")}`;
    expect(await post(noticeOf(orderId), { key: stranger })).toBe(401);
    expect(await post("not json")).toBe(400);
    expect(await post('{"type":"parcel.updated","data":{}}')).toBe(400);
    expect(await post(`{"type":"${"x".repeat(2_000_000)}"}`)).toBe(413);
    expect(await mohallaMartStores(pool).orders.get(orderId)).toMatchObject({ status: "placed" });
  });

  it("is refused when what it signed comes again too late, and one notice moves one order once", async () => {
    const [{ orderId }, other] = [await placed(visitor()), await placed(visitor())];
    const statusOf = async (id: string) => (await mohallaMartStores(pool).orders.get(id))?.status;
    expect(await post(noticeOf(orderId), { id: "msg_late", minutesAgo: 6 })).toBe(401);
    expect(await statusOf(orderId)).toBe("placed");
    const id = "msg_once";
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(noticeOf(orderId), { id })));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await post(noticeOf(other.orderId), { id })).toBe(200);
    expect(await post(noticeOf(orderId, "picked-up"), { id: "msg_earlier" })).toBe(200);
    expect([await statusOf(orderId), await statusOf(other.orderId)]).toEqual(["delivered", "placed"]);
    const { rows } = await pool.query("select id from platform.outbox where id like $1", [
      `order.updated:${orderId}:%`,
    ]);
    expect(rows).toEqual([{ id: `order.updated:${orderId}:delivered` }]);
  });

  it("is answered once and for all of an order that is not there, or cannot be delivered", async () => {
    const { orderId } = await placed(visitor());
    await mohallaMartStores(pool).orders.cancel(orderId, { emit: [] });
    expect(await post(noticeOf("ord_nowhere"), { id: "msg_nowhere" })).toBe(200);
    expect(await post(noticeOf("<script>"), { id: "msg_script" })).toBe(200);
    for (let n = 0; n < 2; n += 1) expect(await post(noticeOf(orderId), { id: "msg_cancelled" })).toBe(200);
    expect(await post('{"type":"invoice.created"}', { id: "msg_invoice" })).toBe(200);
    const { rows } = await pool.query(
      "select notice_id, outcome from mohallamart.parcel_notices where notice_id in ('msg_nowhere', 'msg_cancelled') order by 1",
    );
    expect(rows).toEqual([
      { notice_id: "msg_cancelled", outcome: "impossible" },
      { notice_id: "msg_nowhere", outcome: "unknown-order" },
    ]);
    expect(await mohallaMartStores(pool).orders.get(orderId)).toMatchObject({ status: "cancelled" });
  });
});
