import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { maximumRequests } from "../src/http/requests-in-hand.ts";
import { addToCart, checkOut, newPerson } from "./customer.ts";
import { type OwnWeb, startOwnWeb } from "./own-web.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, type FormPost, fillIn, type Visitor } from "./visitor.ts";

const shopId = "shop_789";
const busy = "There is too much going on right now";

let own: OwnWeb;

beforeAll(async () => {
  own = await startOwnWeb({ PATH: process.env.PATH });
});
afterEach(() => own.thaw());
afterAll(() => own?.stop());

const visitor = (headers: Record<string, string> = {}) => createVisitor(own.url, headers);

async function twoProducts() {
  const sold = await mohallaMartStores(own.pool).products.list({ shopId });
  const [first, second] = sold.filter(({ available }) => available >= 10);
  if (!first || !second)
    throw new Error(`Two products of ${shopId} need ten pieces each; the demo data has changed.`);
  return [first.productId, second.productId] as const;
}

async function formFor(productId: string): Promise<{ customer: Visitor; form: FormPost; name: string }> {
  const customer = visitor();
  const person = newPerson();
  await addToCart(customer, productId);
  return { customer, form: await checkOut(customer, shopId, person), name: person.name };
}

/** @returns what lets the row go; the end of the test does so in any case */
async function hold(productId: string): Promise<() => Promise<void>> {
  const connection = await own.pool.connect();
  await connection.query("begin");
  await connection.query("select from mohallamart.products where product_id = $1 for update", [productId]);
  let isHeld = true;
  const release = async () => {
    if (!isHeld) return;
    isHeld = false;
    await connection.query("rollback");
    connection.release();
  };
  onTestFinished(release);
  return release;
}

async function orders(): Promise<number> {
  const { rows } = await own.pool.query<{ count: number }>("select count(*)::int from mohallamart.orders");
  return rows[0]?.count ?? 0;
}

it("a page that is not there takes the request that asked for it, and no other of the app to itself", async () => {
  const { status, headers } = await fetch(`${own.url}/products/prod_nowhere`);
  // An address with a host is one that Next requests.
  expect([status, headers.get("x-middleware-rewrite")]).toEqual([404, "/not-found/products/prod_nowhere"]);
});

describe("while somebody holds a product's row", () => {
  it("thirty who order it hold up nobody, and get their form back as they filled it in", async () => {
    const [held, free] = await twoProducts();
    const waiting = [];
    for (let n = 0; n < 30; n++) waiting.push(await formFor(held));
    const other = await formFor(free);
    const before = await orders();
    const release = await hold(held);

    let answered = 0;
    const answers = waiting.map(async ({ customer, form }) => {
      const page = await customer.send(form);
      answered += 1;
      return page;
    });
    const [home, health] = await Promise.all([visitor().open("/"), fetch(`${own.url}/health`)]);
    expect([home.status, health.status]).toEqual([200, 200]);
    expect(answered).toBeLessThan(30);
    const placed = await other.customer.send(other.form);
    expect(placed.path).toMatch(/^\/orders\/ord_/);

    const pages = await Promise.all(answers);
    for (const page of pages) {
      expect(page.text).toContain("We could not do this in time");
      expect(page.document.querySelector('input[name="name"]')?.getAttribute("value")).toBe("Asha Rao");
    }
    expect(await orders()).toBe(before + 1);

    await release();
    const [first] = waiting;
    const again = await first?.customer.send(first.form);
    expect(again?.path).toMatch(/^\/orders\/ord_/);
    expect(await orders()).toBe(before + 2);
  });
});

describe("while the database stands still", () => {
  it("the storefront is shown as it last was, the rest says so at once and plainly, and all come back", async () => {
    const [productId] = await twoProducts();
    const customer = visitor();
    await addToCart(customer, productId);
    const shown = ["/", `/products/${productId}`, "/search?q=rice"];
    for (const path of shown) expect((await customer.open(path)).status).toBe(200);
    await own.freeze();

    for (const path of shown) {
      const page = await customer.open(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.text).not.toContain(busy);
    }
    for (const path of ["/cart", `/checkout/${shopId}`, "/orders/ord_1"]) {
      const response = await customer.request(path, { headers: { accept: "text/html" } });
      expect([path, response.status, response.headers.get("retry-after")]).toEqual([path, 503, "5"]);
      const text = await response.text();
      expect(text).toContain(busy);
      expect(text).toContain("MohallaMart");
    }
    const follows = await customer.request("/orders/ord_1/progress");
    expect([follows.status, follows.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await follows.text()).toContain(busy);
    const json = await customer.request("/cart", { headers: { accept: "application/json" } });
    expect([json.status, await json.json()]).toEqual([503, { error: expect.stringContaining(busy) }]);
    const health = await fetch(`${own.url}/health`);
    expect([health.status, await health.json()]).toEqual([
      503,
      { status: "unavailable", database: "away", reason: "the database does not answer" },
    ]);

    own.thaw();
    await vi.waitFor(async () => expect((await customer.open("/cart")).status).toBe(200), 15_000);
    expect((await fetch(`${own.url}/health`)).status).toBe(200);
  });

  it("no more wait than may: who comes then is refused, and those who wait are not kept for ever", async () => {
    await visitor().open("/cart");
    await own.freeze();
    const before = own.output().length;
    const all = Array.from({ length: 2 * maximumRequests }, async () => {
      const response = await fetch(`${own.url}/cart`);
      await response.body?.cancel();
      return [response.status, response.headers.get("retry-after")];
    });
    // Files need no database.
    expect((await fetch(`${own.url}/icon.svg`)).status).toBe(200);
    expect(new Set((await Promise.all(all)).map(String))).toEqual(new Set(["503,5"]));
    const said = own.output().slice(before);
    expect(said).toMatch(/"code":"(pool-wait|no-answer)"/);
    // The others were refused before they asked the database for anything.
    const failed = said.match(/"a request failed"/g) ?? [];
    expect(failed.length).toBeGreaterThan(maximumRequests / 2);
    expect(failed.length).toBeLessThan(2 * maximumRequests);
    own.thaw();
    await vi.waitFor(async () => expect((await visitor().open("/cart")).status).toBe(200), 15_000);
  });
});

describe("live streams", () => {
  async function placedOrder() {
    const [, free] = await twoProducts();
    const { customer, form } = await formFor(free);
    const { path } = await customer.send(form);
    /** The customer's browser, from a network. */
    async function follow(network: string) {
      const leaving = new AbortController();
      const response = await customer.request(`${path}/progress`, {
        headers: { "x-forwarded-for": network },
        signal: leaving.signal,
      });
      return { response, leave: () => leaving.abort() };
    }
    return { follow, orderId: path.split("/").at(-1) ?? "" };
  }

  it("are so many from one network, share one listener, and make place for others when they end", async () => {
    const { follow } = await placedOrder();
    const open = await Promise.all(Array.from({ length: 40 }, () => follow("10.9.9.9")));
    expect(new Set(open.map(({ response }) => response.status))).toEqual(new Set([200]));
    const { response } = await follow("10.9.9.9");
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "60"]);
    const elsewhere = await follow("10.9.9.8");
    expect(elsewhere.response.status).toBe(200);
    await vi.waitFor(async () => {
      const { rows } = await own.pool.query(
        "select count(*)::int from pg_stat_activity where query ilike 'listen %'",
      );
      expect(rows).toEqual([{ count: 1 }]);
    }, 8_000);
    elsewhere.leave();
    for (const { leave } of open) leave();
    await vi.waitFor(async () => {
      const next = await follow("10.9.9.9");
      next.leave();
      expect(next.response.status).toBe(200);
    }, 10_000);
  });

  it("end with the session of who follows", async () => {
    await postgresDeadLetters(own.pool).record({
      runId: "run_1",
      app: "mohallamart",
      workflow: "send-welcome-email",
      events: [{ id: "user.created:user_1", name: "user.created", data: { userId: "user_1" } }],
      error: { name: "Error", message: "Resend answered 422." },
      attempts: 4,
      failedAt: new Date().toISOString(),
    });
    const staff = visitor();
    const page = await signIn(
      own,
      staff,
      "divya.menon@mohallamart.example",
      "/operations/dead-letters/run_1",
    );
    const response = await staff.request("/operations/dead-letters/run_1/progress");
    expect(response.status).toBe(200);
    await staff.send(fillIn(page, "header form button"));
    expect(await response.text()).not.toContain("settled");
  });

  it("say what changed, and end when the server stops, which they do not keep from stopping", async () => {
    const { follow, orderId } = await placedOrder();
    const { response } = await follow("10.9.9.7");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const versions = new Set<string>();
    const isOver = (async () => {
      for (;;) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) return;
        for (const [, version = ""] of String(value).matchAll(/^data: (\S+)$/gm)) versions.add(version);
      }
    })();
    await vi.waitFor(() => expect(versions.size).toBe(1), 10_000);
    await mohallaMartStores(own.pool).inventory.take(orderId, { emit: [] });
    await vi.waitFor(() => expect(versions.size).toBe(2), 10_000);
    own.child.kill("SIGTERM");
    await isOver;
    await vi.waitFor(() => expect(own.child.exitCode ?? own.child.signalCode).not.toBeNull(), 10_000);
  });
});
