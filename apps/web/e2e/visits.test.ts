import { type Stack, startStack } from "@org/local-stack";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addToCart, checkOut, newPerson } from "./customer.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

const shopId = "shop_789";

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

/** As the page's own script does. */
function report(visitor: Visitor, view: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return visitor.request("/visits/pages", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(view),
  });
}

async function productId(): Promise<string> {
  const { rows } = await pool.query<{ product_id: string }>(
    "select product_id from mohallamart.products where shop_id = $1 and stock >= 10 limit 1",
    [shopId],
  );
  return rows[0]?.product_id ?? "";
}

/** What was recorded of each visit since a time, in order; the visit of a checkout ends with the order. */
async function recorded(since: Date): Promise<string[][]> {
  const { rows } = await pool.query<{ events: string[] }>(
    `select array_agg(event order by at, event_id) as events from mohallamart.analytics_events
     where session_id is not null and at >= $1 group by session_id`,
    [since],
  );
  return rows.map(({ events }) => events);
}

describe("a visit", () => {
  it("is recorded from its first page to its order", async () => {
    const since = new Date();
    const customer = createVisitor(stack.urls.web);
    expect((await report(customer, { address: "/" })).status).toBe(204);
    await addToCart(customer, await productId());
    await report(customer, { address: `/checkout/${shopId}`, from: "/cart" });
    await customer.send(await checkOut(customer, shopId, newPerson()));

    await vi.waitUntil(async () => (await recorded(since)).flat().length === 5, { timeout: 30_000 });
    const [events] = await recorded(since);
    expect(events?.toSorted()).toEqual([
      "cart.added",
      "checkout.completed",
      "checkout.started",
      "page.viewed",
      "page.viewed",
    ]);
    const { rows } = await pool.query(
      "select filled_cart, started_checkout, ordered, user_id like 'user_%' as known from mohallamart.analytics_sessions",
    );
    expect(rows).toEqual([{ filled_cart: true, started_checkout: true, ordered: true, known: true }]);
  });

  it("has a cookie that scripts cannot read and that ends half an hour after the last page", async () => {
    const customer = createVisitor(stack.urls.web);
    const [first] = (await report(customer, { address: "/" })).headers.getSetCookie();
    expect(first).toMatch(/^visit=[\w-]{22}; Path=\/; .*Max-Age=1800; HttpOnly; SameSite=lax$/);
    const [second] = (await report(customer, { address: "/cart" })).headers.getSetCookie();
    expect(second?.split(";")[0]).toBe(first?.split(";")[0]);
  });

  it.each(["dnt", "sec-gpc"])("is not begun by a browser that sends %s", async (header) => {
    const customer = createVisitor(stack.urls.web, { [header]: "1" });
    const response = await report(customer, { address: "/" });
    expect([response.status, response.headers.getSetCookie()]).toEqual([204, []]);
  });

  it.each([
    ["another site", { address: "/" }, { "sec-fetch-site": "cross-site" }, 403],
    ["something else", { path: "/" }, {}, 400],
    ["nothing", undefined, {}, 400],
  ])("is not begun by %s", async (_, view, headers, status) => {
    const response = await report(createVisitor(stack.urls.web), view, headers);
    expect([response.status, response.headers.getSetCookie()]).toEqual([status, []]);
  });
});
