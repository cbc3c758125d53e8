import { type Stack, startStack } from "@org/local-stack";
import { demoShopkeepers } from "@org/stores/demo-data/mohallamart";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addToCart, checkOut, newPerson } from "./customer.ts";
import { emailsTo, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

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
const store = () => mohallaMartStores(pool);

async function productNamed(name: string) {
  const found = (await store().products.list()).find((product) => product.name === name);
  if (!found) throw new Error(`The demo data has no ${name} any more.`);
  return found;
}

/** Someone who keeps a demo shop, signed in at their dashboard. */
async function shopkeeperOf(shopId: string): Promise<Visitor> {
  const keeper = demoShopkeepers.find((shopkeeper) => shopkeeper.shopId === shopId);
  if (!keeper) throw new Error(`Nobody keeps ${shopId} in the demo data.`);
  const browser = visitor();
  const page = await signIn(stack, browser, keeper.email, "/shop");
  expect(page.path).toBe("/shop");
  return browser;
}

/** A customer who takes every channel, signed in. */
async function signedInCustomer(path: string) {
  const { name, email } = newPerson();
  const userId = `user_${email.replace(/\W/g, "")}`;
  await store().users.add({ userId, name, email });
  const channels = { email: true, sms: true, push: true };
  await store().preferences.initialize({ userId, language: "en-IN", channels });
  const browser = visitor();
  return { email, browser, page: await signIn(stack, browser, email, path) };
}

async function saveProduct(browser: Visitor, path: string, changes: Record<string, string>) {
  const page = await browser.open(path);
  const description = page.document.querySelector("textarea")?.textContent ?? "";
  return browser.send(fillIn(page, 'input[name="price"]', { description, ...changes }));
}

function cards(page: VisitedPage): string[] {
  return page.document
    .querySelectorAll("main li h2, main li h3, main li h4")
    .map((name) => name.textContent.trim());
}

/** Looks for a product until search has it, or has it no more. */
async function untilFound(name: string, wanted: boolean): Promise<void> {
  const browser = visitor();
  const found = async () => cards(await browser.open(`/search?q=${encodeURIComponent(name)}`)).includes(name);
  await vi.waitUntil(async () => (await found()) === wanted, { timeout: 30_000, interval: 200 });
}

describe("a shop of its own", () => {
  it("has a page with what it sells, to which its name leads; one that is not there says so", async () => {
    const browser = visitor();
    const home = await browser.open("/");
    expect(home.document.querySelector('main h2 a[href="/shops/shop_790"]')).not.toBeNull();
    const page = await browser.open("/shops/shop_790");
    expect(page.document.querySelector("h1")?.textContent).toBe("Hari Fresh Vegetables & Fruits");
    const sold = await store().products.list({ shopId: "shop_790" });
    const shown = page.document.querySelectorAll("main li h3").map((name) => name.textContent.trim());
    expect(shown.toSorted()).toEqual(sold.map(({ name }) => name).toSorted());
    const ordered = await browser.send(
      fillIn(page, `input[name="productId"][value="${sold[0]?.productId}"]`, { change: "1" }),
    );
    expect(ordered.path).toBe("/shops/shop_790");
    const missing = await browser.open("/shops/shop_none");
    expect([missing.status, missing.text]).toEqual([
      404,
      expect.stringContaining("There is no such shop here"),
    ]);
  });
});

it("a customer sees what they watch, and stops it there", async () => {
  const { productId, name } = await productNamed("Ginger");
  const { browser } = await signedInCustomer("/account/watched");
  await browser.send(
    fillIn(await browser.open(`/products/${productId}`), 'button[name="watch"]', { watch: "yes" }),
  );
  const watched = await browser.open("/account/watched");
  expect(watched.text).toContain(name);
  const stopped = await browser.send(fillIn(watched, 'main input[name="productId"]', { watch: "no" }));
  expect(stopped.text).toContain("You watch no product.");
});

describe("searching", () => {
  it("forgives a typing error, narrows and sorts, all by address", async () => {
    const browser = visitor();
    const home = await browser.open("/");
    const form = home.document.querySelector('form[action="/search"]');
    expect(form?.querySelector('input[type="search"]')?.getAttribute("name")).toBe("q");
    expect(cards(await browser.open("/search?q=tomatos"))).toEqual(["Organic Tomatoes"]);

    const all = await browser.open("/search?q=&sort=cheapest");
    expect(cards(all)[0]).toBe("Curry Leaves");
    const fruit = all.document
      .querySelectorAll("nav a")
      .find((link) => link.textContent.startsWith("Fruit"))
      ?.getAttribute("href");
    expect(fruit).toBe("/search?q=&category=Fruit&sort=cheapest");
    const narrowed = await browser.open(fruit ?? "");
    expect(cards(narrowed).at(-1)).toBe("Alphonso Mangoes");
    expect(narrowed.text).toContain(`${cards(narrowed).length} products found`);
    expect((await browser.open("/search?q=typewriter")).text).toContain("Nothing found");
  });

  it("shows everything while search is down", async () => {
    stack.emulators.failNext("typesense", { status: 503, times: 1 });
    const page = await visitor().open("/search?q=rice");
    expect(page.status).toBe(200);
    expect(page.text).toContain("The search does not answer at the moment");
    expect(cards(page)).toContain("Organic Tomatoes");
  });
});

describe("a product's page", () => {
  it("puts the product into the cart, and leads to the sign-in before it is watched", async () => {
    const browser = visitor();
    const { productId, name } = await productNamed("Papaya");
    const path = `/products/${productId}`;
    const page = await browser.open(path);
    expect(page.text).toContain(name);
    const withOne = await browser.send(fillIn(page, 'button[name="change"]', { change: "1" }));
    expect(withOne.text).toContain("1 in your cart");
    const link = page.document.querySelector('main a[href^="/sign-in"]')?.getAttribute("href");
    expect(link).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it("has beside it what else its shop sells", async () => {
    const { productId, name, shopId } = await productNamed("Papaya");
    const others = cards(await visitor().open(`/products/${productId}`));
    const sold = (await store().products.list({ shopId })).map((product) => product.name);
    expect(others).not.toEqual([]);
    expect(sold.filter((each) => each !== name)).toEqual(expect.arrayContaining(others));
  });

  it.each(["/products/prod_none", "/products/ord_1", "/products/%00"])("%s is not there", async (path) => {
    expect((await visitor().open(path)).status).toBe(404);
  });

  it("takes nobody's word for who watches", async () => {
    const { productId } = await productNamed("Papaya");
    const path = `/products/${productId}`;
    const { browser, page } = await signedInCustomer(`/sign-in?next=${encodeURIComponent(path)}`);
    const form = fillIn(page, 'button[name="watch"]', { watch: "yes" });
    expect((await visitor().send(form)).path).toMatch(/^\/sign-in/);
    expect(await store().watchers.list({ productId })).toEqual([]);
    expect((await browser.send(form)).text).toContain("Stop watching");
    expect(await store().watchers.list({ productId })).toHaveLength(1);
  });
});

describe("a shop", () => {
  it("sells out and restocks: search follows, who watches is told, and the dashboard says so", {
    timeout: 180_000,
  }, async () => {
    const { productId, name, shopId } = await productNamed("Drumsticks");
    const path = `/products/${productId}`;
    const { browser, page, email } = await signedInCustomer(`/sign-in?next=${encodeURIComponent(path)}`);
    await browser.send(fillIn(page, 'button[name="watch"]', { watch: "yes" }));
    const keeper = await shopkeeperOf(shopId);
    await untilFound(name, true);

    const list = await saveProduct(keeper, `/shop/products/${productId}`, { available: "0" });
    expect(list.path).toBe("/shop/products");
    await untilFound(name, false);
    const soldOut = async () => (await keeper.open("/shop")).text.includes(`Sold out${name} since`);
    await vi.waitUntil(soldOut, { timeout: 20_000, interval: 200 });
    // The page's copy of the product follows the event of its change, which takes a while.
    const shown = async () => (await browser.open(path)).text;
    await vi.waitUntil(async () => (await shown()).includes("Sold out"), { timeout: 20_000, interval: 200 });

    await saveProduct(keeper, `/shop/products/${productId}`, { available: "6" });
    await untilFound(name, true);
    const news = () => emailsTo(stack, email).find(({ subject }) => subject === `${name} is back`);
    const message = await vi.waitUntil(news, { timeout: 60_000, interval: 100 });
    expect(message.html).toContain(`${stack.urls.web}${path}`);
    await vi.waitUntil(async () => !(await soldOut()), { timeout: 20_000, interval: 200 });
    await vi.waitUntil(async () => (await shown()).includes("In stock"), { timeout: 20_000, interval: 200 });
  });

  it("adds a product that customers find, and changes its price", async () => {
    const keeper = await shopkeeperOf("shop_790");
    const starfruit = {
      name: "Starfruit",
      category: "Fruit",
      unit: "500 g",
      description: "Crisp and sour.",
      price: "80",
      available: "6",
    };
    const refused = await saveProduct(keeper, "/shop/products/new", { ...starfruit, price: "eighty" });
    expect(refused.text).toContain("Enter rupees such as 60 or 54.50.");
    const list = await saveProduct(keeper, "/shop/products/new", starfruit);
    expect(list.text).toContain("Starfruit 500 g₹806");
    await untilFound("Starfruit", true);

    const { productId } = await productNamed("Starfruit");
    await saveProduct(keeper, `/shop/products/${productId}`, { price: "72.50" });
    const browser = visitor();
    const price = async () => (await browser.open(`/products/${productId}`)).text;
    await vi.waitUntil(async () => (await price()).includes("₹72.50"), { timeout: 20_000, interval: 200 });
  });

  it("packs, ships and delivers an order, and the customer's page follows", async () => {
    const customer = visitor();
    const { productId, shopId } = await productNamed("Jaggery");
    await addToCart(customer, productId);
    const placed = await customer.send(await checkOut(customer, shopId, newPerson()));
    const orderId = placed.path.split("/").at(-1) ?? "";
    const keeper = await shopkeeperOf(shopId);
    const card = `[data-order="${orderId}"]`;
    const statusOf = (page: VisitedPage) => page.document.querySelector(card)?.getAttribute("data-status");
    let page = await keeper.open("/shop");
    for (const status of ["packed", "shipped", "delivered"]) {
      const tracking = status === "shipped" ? { trackingNumber: "DLV-42" } : undefined;
      page = await keeper.send(fillIn(page, `${card} input[name="status"]`, tracking));
      expect(statusOf(page)).toBe(status);
    }
    expect(page.document.querySelector(`${card} form`)).toBeNull();
    expect((await customer.open(placed.path)).text).toContain("Delivered");
  });

  it("sells its last piece once, and either ships or cancels it, when all is asked for at once", async () => {
    const { productId, shopId } = await productNamed("Turmeric Powder");
    const customers = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const customer = visitor();
        const page = await customer.open(`/products/${productId}`);
        await customer.send(fillIn(page, 'button[name="change"]', { change: "1" }));
        return { customer, form: await checkOut(customer, shopId, newPerson()) };
      }),
    );
    await pool.query("update mohallamart.products set stock = reserved + 1 where product_id = $1", [
      productId,
    ]);
    const answers = await Promise.all(
      customers.flatMap(({ customer, form }) => [customer.send(form), customer.send(form)]),
    );
    const placed = answers.flatMap(({ path }, n) => (path.startsWith("/orders/") ? [{ path, n }] : []));
    expect(new Set(placed.map(({ path }) => path)).size).toBe(1);
    expect(placed).toHaveLength(2);
    expect((await store().products.get(productId))?.available).toBe(0);

    const [{ path, n } = { path: "", n: 0 }] = placed;
    const { customer } = customers[n >> 1] ?? { customer: visitor() };
    const orderId = path.split("/").at(-1) ?? "";
    const keeper = await shopkeeperOf(shopId);
    const field = `[data-order="${orderId}"] input[name="status"]`;
    const packed = await keeper.send(fillIn(await keeper.open("/shop"), field));
    const ship = fillIn(packed, field, { trackingNumber: "DLV-1" });
    const cancel = fillIn(await customer.open(`${path}/cancel`), 'input[name="orderId"]');
    await Promise.all(
      Array.from({ length: 12 }, (_none, turn) => (turn % 2 ? keeper.send(ship) : customer.send(cancel))),
    );
    const { status = "" } = (await store().orders.get(orderId)) ?? {};
    expect(["shipped", "cancelled"]).toContain(status);
    const ended = "select id from platform.outbox where id in ($1, $2)";
    const ids = [`order.updated:${orderId}:shipped`, `order.cancelled:${orderId}`];
    expect((await pool.query(ended, ids)).rows).toEqual([{ id: ids[status === "shipped" ? 0 : 1] }]);
    const left = async () => (await store().products.get(productId))?.available;
    const expected = status === "shipped" ? 0 : 1;
    await vi.waitUntil(async () => (await left()) === expected, { timeout: 20_000, interval: 50 });
  });

  it("is its own: others see and change nothing of it", async () => {
    const { productId, price } = await productNamed("Toor Dal");
    const other = await shopkeeperOf("shop_790");
    expect((await other.open(`/shop/products/${productId}`)).status).toBe(404);
    const own = await productNamed("Papaya");
    const page = await other.open(`/shop/products/${own.productId}`);
    const form = fillIn(page, 'input[name="price"]', { productId, price: "1", description: "Mine now." });
    expect((await other.send(form)).status).toBe(404);
    expect((await store().products.get(productId))?.price).toBe(price);

    const { browser } = await signedInCustomer("/sign-in");
    for (const path of ["/shop", "/shop/products", "/shop/products/new", `/shop/products/${productId}`]) {
      expect((await browser.open(path)).path).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    }
  });
});
