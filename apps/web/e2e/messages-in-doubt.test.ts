import { type Stack, startStack } from "@org/local-stack";
import { demoStaff } from "@org/stores/demo-data/mohallamart";
import { postgresDoubts } from "@org/stores/doubts/postgres";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addToCart, checkOut, newPerson } from "./customer.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type Visitor } from "./visitor.ts";

const shopId = "shop_789";
const staffEmail = demoStaff[0]?.email ?? "nobody";
const patience = { timeout: 20_000, interval: 20 };
const page = "/operations/messages-in-doubt";

let stack: Stack;
let pool: Pool;
let staff: Visitor;

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  staff = createVisitor(stack.urls.web);
  await signIn(stack, staff, staffEmail, "/operations");
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

/** An order whose text went to a vendor that did not answer. */
async function loseText() {
  const customer = createVisitor(stack.urls.web);
  const person = newPerson();
  stack.emulators.failNext("msg91", { drop: true });
  const [product] = await mohallaMartStores(pool).products.list({ shopId });
  await addToCart(customer, product?.productId ?? "nothing to sell");
  const { path } = await customer.send(await checkOut(customer, shopId, person));
  const orderId = path.split("/").at(-1) ?? "";
  const key = `order-confirmation:${orderId}:sms`;
  // The send ledger is in doubt a moment before the run has recorded it.
  await vi.waitUntil(async () => (await postgresDoubts(pool).get(key))?.runId, patience);
  return { person, orderId, key };
}

const inRow = (key: string, form: string) => `[data-doubt="${key}"] ${form}`;
const textsAbout = (orderId: string) =>
  stack.emulators
    .outbox()
    .filter(({ channel, text }) => channel === "sms" && text?.includes(orderNumber(orderId)));

it("stand in a list of their own with their count, and are settled by one who knows", async () => {
  const { key, person, orderId } = await loseText();
  const overview = await staff.open("/operations");
  expect(overview.document.querySelector("[data-in-doubt]")?.getAttribute("data-in-doubt")).toBe("1");
  const list = await staff.open(page);
  expect(list.document.querySelectorAll("[data-doubt]")).toHaveLength(1);
  expect(list.document.toString()).not.toMatch(new RegExp(`${person.email}|${person.name}|98765`));

  const settle = fillIn(list, inRow(key, "input[name=key]"));
  const settled = await staff.send(settle);
  expect(settled.text).toContain("The message counts as sent.");
  expect(settled.text).toContain("No message is in doubt.");
  expect((await staff.send(settle)).text).toContain("There is no doubt about that message any more");
  expect(textsAbout(orderId)).toEqual([]);
  const messages = await staff.open(`/operations/deliveries?subject=${orderId}`);
  expect(
    messages.document.querySelector('[data-delivery="send-order-confirmation sms sent"]'),
  ).not.toBeNull();
});

it("are sent again at a person's word, once", async () => {
  const { key, orderId } = await loseText();
  const list = await staff.open(page);
  const resend = fillIn(list, inRow(key, "details input[name=key]"));
  expect((await staff.send(resend)).text).toContain("The worker was asked to send the message again");
  expect((await staff.send(resend)).text).toContain("There is no doubt about that message any more");
  await vi.waitUntil(() => textsAbout(orderId).length > 0, patience);
  expect(textsAbout(orderId)).toHaveLength(1);
  const { rowCount } = await pool.query(
    "select from platform.outbox where name = 'operations/message.resend-requested'",
  );
  expect(rowCount).toBe(1);
});

it("are for staff only, whoever sends their forms", async () => {
  const { key } = await loseText();
  const list = await staff.open(page);
  const customer = createVisitor(stack.urls.web);
  const signInPath = `/sign-in?${new URLSearchParams({ next: page })}`;
  expect((await customer.open(page)).path).toBe(signInPath);
  for (const form of ["input[name=key]", "details input[name=key]"]) {
    expect((await customer.send(fillIn(list, inRow(key, form)))).path).toMatch(/^\/sign-in\?next=/);
  }
  expect(await postgresDoubts(pool).get(key)).toBeDefined();
  await postgresDoubts(pool).settle(key);
});
