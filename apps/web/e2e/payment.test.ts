import { createHmac } from "node:crypto";
import { razorpayPayments } from "@org/integrations/payments/razorpay";
import { disputePayment, payAtCheckout, type Stack, settleRefunds, startStack } from "@org/local-stack";
import { demoShopkeepers } from "@org/stores/demo-data/mohallamart";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addToCart, checkOut, home, newPerson, stepsOf, untilHandled } from "./customer.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

const shopId = "shop_789";
const patience = { timeout: 30_000, interval: 50 };

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

const stores = () => mohallaMartStores(pool);

function payments() {
  const { url: baseUrl, keyId, keySecret } = stack.emulators.razorpay;
  return razorpayPayments({ baseUrl, keyId, keySecret });
}

/** Of the one product that is ordered here. */
let product: { productId: string; available: number };

beforeEach(async () => {
  const sold = await stores().products.list({ shopId });
  const found = sold.find(({ available }) => available >= 10);
  if (!found) throw new Error(`No product of ${shopId} has ten pieces left; the demo data has changed.`);
  product = found;
});

const available = async () => (await stores().products.get(product.productId))?.available;

/** A customer who is about to be led to the payment page. */
async function readyToPay() {
  const customer = createVisitor(stack.urls.web);
  const person = newPerson();
  await addToCart(customer, product.productId);
  const page = await customer.send(await checkOut(customer, shopId, person, { payment: "prepaid" }));
  const [, orderId] = /^\/checkout\/shop_789\/(ord_\w+)$/.exec(page.path) ?? [];
  if (!orderId) throw new Error(`Expected the page to pay on, got ${page.path}: ${page.text.slice(0, 500)}`);
  return { customer, person, page, orderId };
}

/** The form that leads to the vendor. */
function vendorForm(page: VisitedPage) {
  const form = page.document.querySelector('form[action^="http"]');
  const fields = form?.querySelectorAll('input[type="hidden"]') ?? [];
  const entries = fields.map((field) => [field.getAttribute("name"), field.getAttribute("value")]);
  return { action: form?.getAttribute("action") ?? "", fields: Object.fromEntries(entries) };
}

/** What the browser does when the vendor's page sends the customer back: a post from another site, without cookies. */
async function comeBack(customer: Visitor, page: VisitedPage, fields: Record<string, string>) {
  const path = new URL(vendorForm(page).fields.callback_url).pathname;
  const headers = { cookie: "", origin: new URL(stack.emulators.razorpay.url).origin };
  const answer = await customer.request(path, { method: "POST", body: new URLSearchParams(fields), headers });
  expect(answer.status).toBe(303);
  return customer.open(answer.headers.get("location") ?? "");
}

function messagesTo(email: string, orderId: string) {
  const told = stack.emulators
    .outbox()
    .filter(({ to, text }) => to === email && text?.includes(orderNumber(orderId)));
  return told.map(({ subject }) => subject);
}

/** A notice of the vendor's, signed as it signs it unless a test does otherwise. @returns how it is answered */
async function notify(body: string, signature?: string): Promise<number> {
  const { webhookSecret } = stack.emulators.razorpay;
  const genuine = createHmac("sha256", webhookSecret).update(body).digest("hex");
  const answer = await fetch(`${stack.urls.web}/api/webhooks/razorpay`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-razorpay-signature": signature ?? genuine },
    body,
  });
  return answer.status;
}

const captured = (id: string, paymentOrderId: string | undefined) => ({
  event: "payment.captured",
  created_at: 1_795_000_000,
  payload: {
    payment: {
      entity: { id, order_id: paymentOrderId, amount: 100, amount_refunded: 0, status: "captured" },
    },
  },
});

const webhooks = (event: string, paymentId: string) =>
  stack.emulators.outbox().filter(({ subject, text }) => subject === event && text?.includes(paymentId));

describe("paying online", () => {
  it("places the order, captures the money once, takes the stock and confirms once", async () => {
    const { customer, person, page, orderId } = await readyToPay();
    expect(await stores().orders.get(orderId)).toBeUndefined();
    expect((await customer.open("/cart")).text).not.toContain("Nothing in it yet");
    const fields = await payAtCheckout(vendorForm(page));
    const placed = await comeBack(customer, page, fields);
    expect(placed.path).toBe(`/orders/${orderId}`);
    const settled = await untilHandled(customer, placed.path);
    expect(stepsOf(settled)).toEqual([
      "placed done",
      "payment done",
      "stock done",
      "email done",
      "sms done",
      "shopkeeper done",
    ]);
    expect(settled.text).toContain("Total, paid online");
    expect((await customer.open("/cart")).text).toContain("Nothing in it yet");
    expect(await available()).toBe(product.available - 1);
    const paymentId = fields.razorpay_payment_id ?? "";
    expect(await payments().get(paymentId)).toMatchObject({ status: "captured", refunded: 0 });
    expect(webhooks("payment.captured", paymentId)).toHaveLength(1);
    expect(messagesTo(person.email, orderId)).toHaveLength(1);
    // Coming back again, by the browser's back button, is the same order.
    expect((await comeBack(customer, page, fields)).path).toBe(`/orders/${orderId}`);
  });

  it("places the order of a customer who pays and never comes back", async () => {
    const { customer, person, page, orderId } = await readyToPay();
    await payAtCheckout(vendorForm(page));
    await vi.waitUntil(() => stores().orders.get(orderId), patience);
    expect((await untilHandled(customer, `/orders/${orderId}`)).text).toContain("paid online");
    expect(messagesTo(person.email, orderId)).toHaveLength(1);
    expect((await customer.open(page.path)).path).toBe(`/orders/${orderId}`);
  });

  it("loses nothing that was typed when the customer goes back, and tells it nobody else", async () => {
    const { customer, person, page } = await readyToPay();
    const back = page.document.querySelector(`main a[href="/checkout/${shopId}"]`);
    expect(new URL(vendorForm(page).fields.cancel_url).pathname).toBe(back?.getAttribute("href"));
    const typed = async (browser: typeof customer) => {
      const { document } = await browser.open(`/checkout/${shopId}`);
      const entered = (name: string) =>
        document.querySelector(`input[name="${name}"]`)?.getAttribute("value");
      const way = document.querySelector('input[name="payment"][checked]')?.getAttribute("value");
      return [...["name", "email", "phone", "line1", "line2", "landmark", "pinCode"].map(entered), way];
    };
    const { name, email, phone } = person;
    const number = `+91${phone.replace(/\D/g, "")}`;
    const place = [home.line1, home.line2, home.landmark, home.pinCode];
    expect(await typed(customer)).toEqual([name, email, number, ...place, "prepaid"]);
    const other = createVisitor(stack.urls.web);
    await addToCart(other, product.productId);
    expect((await typed(other)).join("")).toBe("cash");
    // Once the order is placed there is nothing to go back to.
    await comeBack(customer, page, await payAtCheckout(vendorForm(page)));
    await addToCart(customer, product.productId);
    expect((await typed(customer)).join("")).toBe("cash");
  });

  it("that the bank declines says so, orders nothing, and can be tried again", async () => {
    const { customer, page, orderId } = await readyToPay();
    const declined = await comeBack(customer, page, await payAtCheckout(vendorForm(page), "failed"));
    expect(declined.text).toContain("The payment did not go through, and nothing was ordered.");
    expect(await stores().orders.get(orderId)).toBeUndefined();
    const fields = await payAtCheckout(vendorForm(declined));
    expect((await comeBack(customer, declined, fields)).path).toBe(`/orders/${orderId}`);
  });

  it("whose price has changed by then orders nothing, says so, and takes no money", async () => {
    const { customer, page, orderId } = await readyToPay();
    await pool.query(
      "update mohallamart.products set price_paise = price_paise + 100 where product_id = $1",
      [product.productId],
    );
    const fields = await payAtCheckout(vendorForm(page));
    const refused = await comeBack(customer, page, fields);
    expect(refused.text).toMatch(/^Nothing was ordered.*Prices have changed/);
    expect(refused.text).toContain("go back to you");
    expect(await stores().orders.get(orderId)).toBeUndefined();
    const paymentId = fields.razorpay_payment_id ?? "";
    await vi.waitUntil(() => webhooks("payment.authorized", paymentId).length > 0, patience);
    expect(await payments().get(paymentId)).toMatchObject({ status: "authorised" });
    expect(await available()).toBe(product.available);
  });

  it("lets forms go to the payment page, and to no other host", async () => {
    const { headers } = await createVisitor(stack.urls.web).request("/");
    const { origin } = new URL(stack.emulators.razorpay.url);
    expect(headers.get("content-security-policy")).toMatch(new RegExp(`form-action 'self' ${origin};`));
  });
});

it("cancelling gives money and stock back, and tells the customer", async () => {
  const { customer, person, page, orderId } = await readyToPay();
  const fields = await payAtCheckout(vendorForm(page));
  const placed = await comeBack(customer, page, fields);
  const settled = await untilHandled(customer, placed.path);
  const link = settled.document.querySelector('a[href$="/cancel"]')?.getAttribute("href") ?? "no link";
  const asked = await customer.open(link);
  expect(asked.text).toContain("Cancel this order?");
  const form = fillIn(asked, 'input[name="orderId"]');
  expect((await customer.send(form)).path).toBe(`/orders/${orderId}`);
  // Asked for at once, and there when the bank has it.
  const onItsWay = await vi.waitUntil(async () => {
    const shown = await customer.open(`/orders/${orderId}`);
    return shown.text.includes("on their way back") && shown;
  }, patience);
  expect(stepsOf(onItsWay).slice(-2)).toEqual(["cancelled failed", "payment pending"]);
  const cancelled = await untilHandled(customer, `/orders/${orderId}`);
  expect(stepsOf(cancelled).slice(-2)).toEqual(["cancelled failed", "payment done"]);
  expect(cancelled.text).toContain("sent back to you");
  expect(cancelled.document.querySelector('a[href$="/cancel"]')).toBeNull();
  const { total } = (await stores().orders.get(orderId)) ?? {};
  const refunded = { status: "refunded", refunded: total };
  expect(await payments().get(fields.razorpay_payment_id ?? "")).toMatchObject(refunded);
  await vi.waitUntil(async () => (await available()) === product.available, patience);
  await vi.waitUntil(() => messagesTo(person.email, orderId).length === 3, patience);
  expect(messagesTo(person.email, orderId).slice(1).toSorted()).toEqual([
    `Your money is back: order ${orderNumber(orderId)}`,
    `Your order ${orderNumber(orderId)} was cancelled`,
  ]);
  expect((await customer.send(form)).path).toBe(`/orders/${orderId}`);
  // The vendor tells of the payment again, long after it was given back.
  const paid = JSON.stringify(captured(fields.razorpay_payment_id ?? "", vendorForm(page).fields.order_id));
  expect(await Promise.all([notify(paid), notify(paid)])).toEqual([200, 200]);
  expect(await stores().orders.get(orderId)).toMatchObject({ status: "cancelled" });
  expect(await payments().get(fields.razorpay_payment_id ?? "")).toMatchObject(refunded);
  expect(await available()).toBe(product.available);
});

/** An order that was paid, carried out and confirmed. */
async function paidOrder() {
  const { customer, person, page, orderId } = await readyToPay();
  const { razorpay_payment_id: paymentId = "" } = await payAtCheckout(vendorForm(page));
  await vi.waitUntil(() => stores().orders.get(orderId), patience);
  await untilHandled(customer, `/orders/${orderId}`);
  return { customer, person, orderId, paymentId };
}

it("a payment is taken or given back once, while its customer cancels and the vendor tells of it at the same moment", async () => {
  const { customer, page, orderId } = await readyToPay();
  const { razorpay_payment_id: paymentId = "" } = await payAtCheckout(vendorForm(page));
  await vi.waitUntil(() => stores().orders.get(orderId), patience);
  const form = fillIn(await customer.open(`/orders/${orderId}/cancel`), 'input[name="orderId"]');
  const notice = JSON.stringify(captured(paymentId, vendorForm(page).fields.order_id));
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_none, n) =>
      n % 3 === 0 ? notify(notice) : (await customer.send(form)).status,
    ),
  );
  expect(new Set(answers)).toEqual(new Set([200]));
  await untilHandled(customer, `/orders/${orderId}`);
  expect(await stores().orders.get(orderId)).toMatchObject({ status: "cancelled" });
  const { status, amount, refunded } = await payments().get(paymentId);
  const kept = status === "authorised" || status === "failed" ? 0 : amount - refunded;
  expect([status, kept, (await payments().refundsOf(paymentId)).length <= 1]).toEqual([status, 0, true]);
  await vi.waitUntil(async () => (await available()) === product.available, patience);
});

/** Rupees that the vendor took for payments and did not give back. */
async function moneyKept(paymentIds: readonly string[]): Promise<number> {
  const paid = await Promise.all(paymentIds.map((id) => payments().get(id)));
  return paid
    .filter(({ status }) => status === "captured" || status === "refunded")
    .reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
}

/** Leaves so many pieces that can be ordered. */
const leave = (pieces: number) =>
  pool.query("update mohallamart.products set stock = reserved + $2 where product_id = $1", [
    product.productId,
    pieces,
  ]);

/** Several who have the last piece in their cart pay for it at the same moment. */
async function payForTheLastPiece(buyers: readonly Awaited<ReturnType<typeof readyToPay>>[]) {
  return await Promise.all(
    buyers.map(async (buyer, n) => {
      const fields = await payAtCheckout(vendorForm(buyer.page));
      const { razorpay_payment_id: paymentId = "", razorpay_order_id } = fields;
      // The vendor's account may be one that takes the money by itself.
      const { amount } = await payments().get(paymentId);
      if (n % 2 === 0) await payments().capture({ paymentId, amount });
      const back = await comeBack(buyer.customer, buyer.page, fields);
      return { ...buyer, paymentId, back, notice: JSON.stringify(captured(paymentId, razorpay_order_id)) };
    }),
  );
}

it("the last piece goes to one of many who pay for it at the same moment; the others are told, and nobody pays for nothing", async () => {
  await leave(1);
  const paid = await payForTheLastPiece(await Promise.all(Array.from({ length: 6 }, readyToPay)));
  const isPlaced = await Promise.all(paid.map(async ({ orderId }) => await stores().orders.get(orderId)));
  const [winner, ...winners] = paid.filter((_, n) => isPlaced[n]);
  expect([winners, await available()]).toEqual([[], 0]);
  expect(winner?.back.path).toBe(`/orders/${winner?.orderId}`);
  if (winner) await untilHandled(winner.customer, winner.back.path);

  const losers = paid.filter((buyer) => buyer !== winner);
  for (const { orderId, person, back } of losers) {
    expect([back.status, back.path.split("?")[0]]).toEqual([200, `/checkout/${shopId}/${orderId}`]);
    expect(back.text).toMatch(/^Nothing was ordered.*go back to you/);
    const others = paid.filter((other) => other.person !== person).map((other) => other.person.email);
    expect(others.filter((email) => back.document.toString().includes(email))).toEqual([]);
    await vi.waitUntil(() => messagesTo(person.email, orderId).length > 0, patience);
    expect(messagesTo(person.email, orderId)).toHaveLength(1);
  }
  const lost = losers.map(({ paymentId }) => paymentId);
  const isGivenBack = async () => (await moneyKept(lost)) === 0;
  await vi.waitUntil(isGivenBack, patience);
  const { total } = (await stores().orders.get(winner?.orderId ?? "")) ?? {};
  expect(await payments().get(winner?.paymentId ?? "")).toMatchObject({ status: "captured", amount: total });

  // It stays so when there is more, and the vendor tells of the payments again.
  await leave(40);
  for (const { notice } of paid) expect(await notify(notice)).toBe(200);
  expect([await available(), await isGivenBack()]).toEqual([40, true]);
  for (const { paymentId } of paid) expect((await payments().refundsOf(paymentId)).length).toBeLessThan(2);
  expect(await moneyKept(paid.map(({ paymentId }) => paymentId))).toBe(total);
});

it("what the vendor sends back opens its own order alone, and not once the order's links were ended", async () => {
  const [theirs, mine] = [await readyToPay(), await readyToPay()];
  const fields = await payAtCheckout(vendorForm(mine.page));
  const post = (orderId: string) =>
    mine.customer.request(`/checkout/${shopId}/${orderId}/paid`, {
      method: "POST",
      body: new URLSearchParams(fields),
    });
  const refused = await post(theirs.orderId);
  const waits = `/checkout/${shopId}/${theirs.orderId}?payment=declined`;
  expect([refused.status, refused.headers.get("location")]).toEqual([303, waits]);
  expect(refused.headers.getSetCookie()).toEqual([]);
  expect((await mine.customer.open(waits)).status).toBe(404);
  expect(await stores().orders.get(theirs.orderId)).toBeUndefined();

  const path = `/orders/${mine.orderId}`;
  expect((await comeBack(mine.customer, mine.page, fields)).path).toBe(path);
  const owner = createVisitor(stack.urls.web);
  await signIn(stack, owner, mine.person.email, "/account");
  await owner.send(fillIn(await owner.open(path), '[aria-labelledby="links"] input'));
  const again = await post(mine.orderId);
  expect([again.status, again.headers.getSetCookie()]).toEqual([303, []]);
  expect((await mine.customer.open(path)).status).toBe(404);
});

it("a refund that the bank did not take shows on the order's page, and customer and staff are told", async () => {
  const { customer, person, orderId } = await paidOrder();
  await customer.send(fillIn(await customer.open(`/orders/${orderId}/cancel`), 'input[name="orderId"]'));
  await vi.waitUntil(async () => (await stores().orders.payment(orderId))?.refund === "pending", patience);
  await settleRefunds(stack.emulators.razorpay, { outcome: "failed" });
  const page = await untilHandled(customer, `/orders/${orderId}`);
  expect(stepsOf(page).slice(-2)).toEqual(["cancelled failed", "payment failed"]);
  expect(page.text).toContain("It is still yours");
  const title = `Your bank did not take your refund: order ${orderNumber(orderId)}`;
  await vi.waitUntil(() => messagesTo(person.email, orderId).includes(title), patience);
  const alert = `A bank did not take the refund of order ${orderId}`;
  const alerted = () => stack.emulators.outbox().some(({ subject }) => subject?.includes(alert));
  await vi.waitUntil(alerted, patience);
});

it("a dispute shows on the order's page, and what became of it", async () => {
  const { customer, person, orderId, paymentId } = await paidOrder();
  const { razorpay } = stack.emulators;
  await disputePayment(razorpay, paymentId);
  const stepIs = async (state: string) =>
    stepsOf(await customer.open(`/orders/${orderId}`)).some(
      (step) => step.startsWith("dispute-") && step.endsWith(state),
    );
  await vi.waitUntil(() => stepIs("pending"), patience);
  await disputePayment(razorpay, paymentId, "won");
  await vi.waitUntil(() => stepIs("done"), patience);
  const asked = `Your bank asks about a payment of yours: order ${orderNumber(orderId)}`;
  await vi.waitUntil(() => messagesTo(person.email, orderId).includes(asked), patience);
});

it("an order is not the shop's before it is paid", async () => {
  const keeper = demoShopkeepers.find((shopkeeper) => shopkeeper.shopId === shopId);
  const shop = createVisitor(stack.urls.web);
  await signIn(stack, shop, keeper?.email ?? "", "/shop");
  const orderId = "ord_unpaid";
  const customer = { userId: "user_unpaid", ...newPerson() };
  const items = [{ productId: product.productId, quantity: 1 }];
  // As it stands while the payment vendor is away.
  const unpaid = { orderId, shopId, customer, items, payment: "prepaid", paymentId: "pay_unpaid" } as const;
  await stores().orders.place(unpaid, { emit: [] });
  expect((await shop.open("/shop")).text).not.toContain(orderId);
  await stores().orders.bookPayment(orderId, "captured");
  expect((await shop.open("/shop")).text).toContain(orderId);
});

it("an order that was shipped cannot be cancelled any more", async () => {
  const customer = createVisitor(stack.urls.web);
  await addToCart(customer, product.productId);
  const placed = await customer.send(await checkOut(customer, shopId, newPerson()));
  const asked = await customer.open(`${placed.path}/cancel`);
  await stores().orders.advance(placed.path.split("/").at(-1) ?? "", "shipped", {
    emit: [],
    trackingNumber: "BLR-42",
  });
  const late = await customer.send(fillIn(asked, 'input[name="orderId"]'));
  expect(late.text).toContain("This order can no longer be cancelled");
  expect((await customer.open(placed.path)).text).toContain("Tracking number BLR-42");
});

describe("the vendor's notices", () => {
  it("change nothing when they are signed wrong or not at all", async () => {
    const { page, orderId } = await readyToPay();
    const body = JSON.stringify(captured("pay_madeup", vendorForm(page).fields.order_id));
    for (const signature of ["", "0".repeat(64)]) expect(await notify(body, signature)).toBe(401);
    expect(await stores().orders.get(orderId)).toBeUndefined();
    expect(await stores().checkouts.get(orderId)).toMatchObject({ status: "open" });
  });

  it("are read exactly as they arrive, and have one effect when they come again", async () => {
    const { customer, page, orderId } = await readyToPay();
    const { razorpay_payment_id: paymentId = "" } = await payAtCheckout(vendorForm(page));
    const notice = { ...captured(paymentId, vendorForm(page).fields.order_id), note: "₹ \u2028" };
    const body = JSON.stringify(notice, null, 3).replace("₹", "\\u20b9");
    expect(await Promise.all([notify(body), notify(body), notify(body)])).toEqual([200, 200, 200]);
    await untilHandled(customer, `/orders/${orderId}`);
    expect(await available()).toBe(product.available - 1);
    expect(webhooks("payment.captured", paymentId)).toHaveLength(1);
  });

  it.each([
    ["of a kind that nothing here needs", JSON.stringify({ event: "invoice.paid", payload: {} })],
    ["of a payment that is not ours", JSON.stringify(captured("pay_other", "order_other"))],
    ["that are no JSON", "<html>"],
  ])("%s are taken and passed over", async (_what, body) => {
    expect(await notify(body)).toBe(200);
  });
});
