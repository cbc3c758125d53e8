import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addToCart, checkOut, newPerson, stepsOf } from "./customer.ts";
import { type OwnWeb, startOwnWeb } from "./own-web.ts";
import { createVisitor } from "./visitor.ts";

const shopId = "shop_789";
let own: OwnWeb;

/** Neither cache nor search answers, and there is no engine and no worker. */
beforeAll(async () => {
  own = await startOwnWeb({
    PATH: process.env.PATH,
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
    TYPESENSE_URL: "http://127.0.0.1:1",
  });
});
afterAll(() => own?.stop());

async function product() {
  const sold = await mohallaMartStores(own.pool).products.list({ shopId });
  const found = sold.find(({ available }) => available >= 10);
  if (!found) throw new Error(`No product of ${shopId} has ten pieces left; the demo data has changed.`);
  return found;
}

it("the storefront shows what the database has, and search shows all shelves and says why", async () => {
  const { productId, name } = await product();
  const visitor = createVisitor(own.url);
  expect((await visitor.open("/")).text).toContain(name);
  expect((await visitor.open(`/products/${productId}`)).text).toContain(name);
  const search = await visitor.open("/search?q=rice");
  expect([search.status, search.text.includes(name)]).toEqual([200, true]);
  expect(search.text).toContain("The search does not answer at the moment");
});

it("an order is taken, and its page says what is still on its way", async () => {
  const { productId } = await product();
  const visitor = createVisitor(own.url);
  await addToCart(visitor, productId);
  expect((await visitor.open("/cart")).status).toBe(200);
  const placed = await visitor.send(await checkOut(visitor, shopId, newPerson()));
  expect(placed.path).toMatch(/^\/orders\/ord_/);
  expect(stepsOf(placed)).toContain("placed done");
  expect(stepsOf(placed).some((step) => !step.endsWith("done"))).toBe(true);
});

it("a limit still counts, in this process alone", async () => {
  const { productId } = await product();
  const network = { "x-forwarded-for": "10.7.7.7" };
  const [first, second] = [createVisitor(own.url, network), createVisitor(own.url, network)];
  for (const visitor of [first, second]) await addToCart(visitor, productId);
  const form = await checkOut(first, shopId, newPerson());
  for (let n = 0; n < 20; n++) await first.send(form);
  const page = await second.send(await checkOut(second, shopId, newPerson()));
  expect(page.text).toContain("Too many orders came from your network");
});

it("pages can be served, and which part is away is told", async () => {
  const answer = await fetch(`${own.url}/health/ready`);
  const away = { status: "away", needed: false };
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    { status: "ready", dependencies: { database: { status: "ok" }, cache: away, search: away } },
  ]);
});

it("the sign of life is good, and says that events wait once they have waited long", async () => {
  const health = async () => (await fetch(`${own.url}/health`)).json();
  expect(await health()).toMatchObject({ database: "ok", outbox: "ok" });
  await own.pool.query("update platform.outbox set created_at = now() - interval '2 minutes'");
  await vi.waitFor(async () =>
    expect(await health()).toMatchObject({
      status: "slow",
      outbox: "late",
      reason: "events wait for the engine",
    }),
  );
});
