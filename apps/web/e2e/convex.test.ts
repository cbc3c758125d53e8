import { type Stack, startStack } from "@org/local-stack";
import { demoProducts, demoShopkeepers, demoStaff } from "@org/stores/demo-data/mohallamart";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addToCart, checkOut, followed, newPerson, stepsOf, untilHandled } from "./customer.ts";
import { linkOf } from "./order-links.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn } from "./visitor.ts";

const shopId = "shop_789";
const { productId = "" } = demoProducts.find((each) => each.shopId === shopId && each.stock >= 10) ?? {};

let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ environment: { ...process.env, MARKETPLACE_STORE: "convex" } });
});

afterAll(() => stack?.stop());

const visitor = () => createVisitor(stack.urls.web);

async function inPostgres<Result>(act: (pool: Pool) => Promise<Result>): Promise<Result> {
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  try {
    return await act(pool);
  } finally {
    await pool.end();
  }
}

/** What Postgres has of the marketplace. */
function rowsInPostgres(): Promise<number[]> {
  const tables = ["mohallamart.orders", "mohallamart.products", "mohallamart.users"];
  return inPostgres(async (pool) => {
    const counts = tables.map((table) => pool.query(`select count(*)::int as count from ${table}`));
    return (await Promise.all(counts)).map(({ rows }) => rows[0].count);
  });
}

/** Leaves in Postgres what a function of operations or of the association sends because of an event. */
function sendFromPostgres(causationId: string): Promise<unknown> {
  const id = `lost:${causationId}`;
  const data = { causationId, correlationId: causationId };
  const payload = { id, name: "operations/events.lost", v: "1", data };
  return inPostgres((pool) =>
    pool.query(
      `insert into platform.outbox (id, name, payload, accepted_at, traced_at)
       values ($1, $2, $3, now(), now())`,
      [id, payload.name, payload],
    ),
  );
}

it("with the marketplace in Convex an order is placed, told of, packed and delivered, and Postgres has nothing of it", async () => {
  const customer = visitor();
  const person = newPerson();
  await addToCart(customer, productId);
  const placed = await customer.send(await checkOut(customer, shopId, person));
  const orderId = placed.path.split("/").at(-1) ?? "";
  const page = await untilHandled(customer, placed.path);
  expect(stepsOf(page)).toEqual(["placed done", "stock done", "email done", "sms done", "shopkeeper done"]);

  const about = stack.emulators.outbox().filter(({ text }) => text?.includes(orderNumber(orderId)));
  const emails = about.filter(({ to }) => to === person.email);
  expect(emails).toHaveLength(1);
  const { url = "" } = linkOf(emails[0]);
  expect((await visitor().open(new URL(url).pathname)).path).toBe(`/orders/${orderId}`);

  const { email = "" } = demoShopkeepers.find((keeper) => keeper.shopId === shopId) ?? {};
  const keeper = visitor();
  await signIn(stack, keeper, email, "/shop");
  const moves = ["packed", "shipped", "delivered"];
  const seen: string[] = [];
  await followed(customer, placed.path, async () => {
    const last =
      stepsOf(await customer.open(placed.path))
        .at(-1)
        ?.split(" ")[0] ?? "";
    if (seen.at(-1) === last) return false;
    seen.push(last);
    const next = moves[moves.indexOf(last) + 1];
    if (!next) return false;
    const form = `[data-order="${orderId}"] input[name="status"][value="${next}"]`;
    await keeper.send(fillIn(await keeper.open("/shop"), form, { trackingNumber: "DLV-1" }));
    return false;
  });
  expect(seen.slice(1)).toEqual(moves);
  expect(await rowsInPostgres()).toEqual([0, 0, 0]);
});

it("what followed from an order is found by its number in both databases, with what the engine ran", async () => {
  const [customer, operator] = [visitor(), visitor()];
  await addToCart(customer, productId);
  const placed = await customer.send(await checkOut(customer, shopId, newPerson()));
  const orderId = placed.path.split("/").at(-1)?.split("?")[0] ?? "";
  await sendFromPostgres(`order.created:${orderId}`);
  await signIn(stack, operator, demoStaff[0]?.email ?? "nobody", "/operations");
  const path = `/operations/cascade?about=${encodeURIComponent(orderNumber(orderId))}`;
  const created = await vi.waitUntil(
    async () => {
      const { document } = await operator.open(path);
      const told = document.querySelector('[data-message="send-order-confirmation email sent"]');
      return told && document.querySelector('[data-event="order.created"]');
    },
    { timeout: 30_000, interval: 200 },
  );
  const ran = created.querySelector('[data-ran="mohallamart-send-order-confirmation completed"]');
  expect(ran?.querySelector('[data-event="notification.emailRequested"]')).not.toBeNull();
  expect(created.querySelector('[data-event="operations/events.lost"]')).not.toBeNull();
});

it("both apps say that the marketplace's database answers, beside the other one", async () => {
  for (const origin of [stack.urls.web, stack.urls.worker]) {
    const answer = await fetch(`${origin}/health/ready`);
    expect(await answer.json()).toMatchObject({
      status: "ready",
      dependencies: { database: { status: "ok" }, marketplace: { status: "ok", needed: true } },
    });
  }
});
