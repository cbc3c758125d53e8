import { notificationSend } from "@org/events/mohallamart/notification-send";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { type Stack, startStack } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createVisitor, fillIn, type VisitedPage } from "./visitor.ts";

const patience = { timeout: 20_000, interval: 20 };
const asha = { userId: "user_inbox", name: "Asha Rao", email: "inbox@example.com" };

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

/** Places an order of Asha's and asks for a notification that it was packed, as the workflows do. */
async function orderIsPacked(orderId: string): Promise<void> {
  const { orders, products } = mohallaMartStores(pool);
  const [product] = await products.list();
  const { productId, shopId } = product ?? { productId: "", shopId: "" };
  const payment = "cash";
  await orders.place(
    { orderId, shopId, customer: asha, items: [{ productId, quantity: 1 }], payment },
    {
      emit: ({ userId, items, total }) => [
        orderCreated.create({ orderId, userId, shopId, items, total, payment }),
      ],
    },
  );
  await orders.advance(orderId, "packed", {
    emit: [
      notificationSend.create(
        { userId: asha.userId, type: "order.packed", channels: ["push"], data: { orderId } },
        { id: `packed-${orderId}` },
      ),
    ],
  });
}

async function signIn() {
  const visitor = createVisitor(stack.urls.web);
  const address = fillIn(
    await visitor.open("/sign-in?next=%2Faccount%2Fnotifications"),
    'input[name="email"]',
    {
      email: asha.email,
    },
  );
  const page = await visitor.send(address);
  const sent = () =>
    stack.emulators.outbox().find(({ to, subject }) => to === asha.email && /^\d{6}/.test(subject ?? ""));
  const message = await vi.waitUntil(sent, patience);
  const code = message.subject?.slice(0, 6) ?? "";
  return { visitor, inbox: await visitor.send(fillIn(page, 'input[name="code"]', { code })) };
}

const unreadOf = (page: VisitedPage) =>
  page.document
    .querySelectorAll('[data-read="false"]')
    .map((entry) => entry.getAttribute("data-notification"));

const header = (page: VisitedPage) => page.document.querySelector("header")?.textContent ?? "";

it("a customer finds what they were told, and marks it as read", async () => {
  const { notifications } = mohallaMartStores(pool);
  await orderIsPacked("ord_first");
  await orderIsPacked("ord_second");
  await vi.waitUntil(async () => (await notifications.list({ userId: asha.userId })).length >= 2, patience);
  const other = { userId: "user_other", name: "Ravi", email: "ravi@example.com" };
  await mohallaMartStores(pool).users.add(other);
  const hidden = {
    notificationId: "evt_hidden",
    userId: other.userId,
    type: "t",
    title: "Not hers",
    body: "b",
  };
  await notifications.add(hidden);

  const { visitor, inbox } = await signIn();
  expect(inbox.path).toBe("/account/notifications");
  expect(header(inbox)).toContain("2 unread notifications");
  expect(inbox.text).toContain("Your order is packed");
  expect(inbox.text).not.toContain("Not hers");
  expect(inbox.document.querySelector('main a[href="/orders/ord_first"]')).not.toBeNull();

  const first = fillIn(inbox, 'li [name="notificationId"][value="packed-ord_first"]');
  const afterOne = await visitor.send(first);
  expect(unreadOf(afterOne)).toEqual(["packed-ord_second"]);
  expect(header(afterOne)).toContain("1 unread notification");

  const forged = fillIn(afterOne, 'li [name="notificationId"]', { notificationId: "evt_hidden" });
  await visitor.send(forged);
  expect(await notifications.list({ userId: other.userId, unreadOnly: true })).toHaveLength(1);
});

it("the inbox asks a stranger to sign in", async () => {
  const page = await createVisitor(stack.urls.web).open("/account/notifications");
  expect(page.path).toBe("/sign-in?next=%2Faccount%2Fnotifications");
});
