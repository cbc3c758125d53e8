import { type Stack, startStack } from "@org/local-stack";
import { demoShopkeepers } from "@org/stores/demo-data/mohallamart";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { createPool } from "@org/stores/postgres";
import { beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillInHome } from "./fill-in-home.ts";
import { signInWithCode } from "./sign-in.ts";

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  stack = await startStack({ environment: process.env });
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function putIntoCart(page: Page, product: string): Promise<void> {
  await page.getByRole("button", { name: `Add ${product} to the cart` }).click();
  await page.getByRole("button", { name: `One ${product} less` }).waitFor();
}

async function fillInCustomer(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill("meera@example.com");
  await page.getByLabel("Mobile number").fill("98765 43210");
  await fillInHome(page);
  await page.getByRole("button", { name: "Place the order" }).click();
}

function steps(page: Page, state: string) {
  return page.locator(`[data-step][data-state="${state}"]`);
}

/** The pages that were counted as viewed, in order. */
async function viewedPages(): Promise<string[]> {
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  const { rows } = await pool.query<{ page: string }>(
    "select properties->>'page' as page from mohallamart.analytics_events where event = 'page.viewed' order by at",
  );
  await pool.end();
  return rows.map(({ page }) => page);
}

it("a person orders, watches the order being handled and reads the confirmation", async () => {
  const { page, context, complaints } = await openTab(browser, { viewport: { width: 1280, height: 900 } });
  await page.goto(stack.urls.web);
  await screenshot(page, "storefront");
  await putIntoCart(page, "Brinjal");
  await putIntoCart(page, "Carrots");
  await page.getByRole("button", { name: "One Carrots more" }).click();
  await page.getByRole("status").getByText("3").waitFor();

  await page.getByRole("link", { name: /^Cart/ }).click();
  await page.getByRole("heading", { name: "Your cart" }).waitFor();
  await screenshot(page, "cart");
  await page.getByRole("link", { name: /^Order from/ }).click();

  await fillInCustomer(page, "<script>alert(1)</script>");
  const alert = page.getByRole("alert").filter({ hasText: "One entry below needs a change." });
  await alert.waitFor();
  expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByLabel("Name").getAttribute("aria-invalid")).toBe("true");
  await screenshot(page, "checkout-refused");

  await fillInCustomer(page, "Meera Iyer");
  await page.waitForURL(/\/orders\/ord_/);
  await page.getByRole("heading", { name: "Thank you, Meera Iyer" }).waitFor();
  // Nothing is reloaded from here on: the page itself learns what has happened.
  await expect.poll(() => steps(page, "done").count(), { timeout: 30_000 }).toBe(5);
  expect(await steps(page, "pending").count()).toBe(0);
  await screenshot(page, "order");
  // Once each, although the cart's page was rendered anew at every click and the order's at every step.
  const seen = ["storefront", "cart", "checkout", "order"];
  await expect.poll(viewedPages, { timeout: 20_000 }).toEqual(seen);

  const orderId = page.url().split("/").at(-1) ?? "";
  const inbox = await context.newPage();
  await inbox.goto(stack.urls.inbox);
  await inbox.getByRole("link", { name: `Your order ${orderNumber(orderId)} from` }).click();
  const email = inbox.frameLocator("iframe");
  await email.getByText("Meera Iyer").waitFor();
  const link = (await email.getByRole("link").first().getAttribute("href")) ?? "";
  expect(new URL(link).pathname).toMatch(/^\/o\/[\w-]{22}$/);
  await screenshot(inbox, "inbox");
  expect(complaints).toEqual([]);

  const elsewhere = await openTab(browser, { viewport: { width: 360, height: 740 } });
  const unknown = await elsewhere.page.goto(page.url());
  expect(unknown?.status()).toBe(404);
  await elsewhere.page.getByRole("heading", { name: "There is no such order" }).waitFor();
  await screenshot(elsewhere.page, "order-of-somebody-else-phone");
  await elsewhere.page.goto(link);
  await elsewhere.page.getByRole("heading", { name: "Thank you, Meera Iyer" }).waitFor();
  expect(elsewhere.page.url()).toBe(page.url());
  await screenshot(elsewhere.page, "order-by-link-phone");
  await elsewhere.page.getByRole("link", { name: "Cancel this order" }).click();
  await elsewhere.page.getByText("The link to the order is enough for this until").waitFor();
  await screenshot(elsewhere.page, "cancel-by-link-phone");
  await elsewhere.page.getByRole("button", { name: "Cancel the order" }).click();
  await elsewhere.page.getByRole("heading", { name: "This order was cancelled" }).waitFor();
  expect(elsewhere.complaints).toEqual([expect.stringContaining("status of 404")]);
});

it("a customer follows an order on one open page until it is there, while its shopkeeper works in another", async () => {
  const [{ page, complaints }, keeper] = [await openTab(browser), await openTab(browser)];
  await page.goto(stack.urls.web);
  await putIntoCart(page, "Carrots");
  await page.goto(`${stack.urls.web}/checkout/shop_790`);
  await keeper.page.goto(`${stack.urls.web}/sign-in?next=/shop`);
  const { email = "" } = demoShopkeepers.find(({ shopId }) => shopId === "shop_790") ?? {};
  await signInWithCode(stack, keeper.page, email);
  await keeper.page.getByRole("heading", { name: /open order/i }).waitFor();

  await fillInCustomer(page, "Meera Iyer");
  await page.waitForURL(/\/orders\/ord_/);
  const card = keeper.page.locator(`[data-order="${page.url().split("/").at(-1)}"]`);
  for (const { move, step } of [
    { move: "It is packed", step: "packed" },
    { move: "It is on its way", step: "shipped" },
    { move: "It is delivered", step: "delivered" },
  ]) {
    await card.getByRole("button", { name: move }).click();
    await page.locator(`[data-step="${step}"][data-state="done"]`).waitFor();
  }
  await page.getByText("This page no longer changes by itself.").waitFor();
  await screenshot(page, "order-delivered");
  expect([...complaints, ...keeper.complaints]).toEqual([]);
});

it("somebody who is signed in orders again with one click of an address", async () => {
  const { page, complaints } = await openTab(browser, { viewport: { width: 390, height: 844 } });
  await page.goto(`${stack.urls.web}/sign-in?next=/account`);
  await signInWithCode(stack, page, "asha.rao@example.com");
  await page.waitForURL(`${stack.urls.web}/account`);
  const [home, office] = ["Flat 12, Lotus House", "Office, 3rd floor"];
  async function openCheckout(query = ""): Promise<void> {
    await page.goto(`${stack.urls.web}/shops/shop_790`);
    await putIntoCart(page, "Ginger");
    await page.goto(`${stack.urls.web}/checkout/shop_790${query}`);
  }
  async function place(): Promise<void> {
    await page.getByRole("button", { name: "Place the order" }).click();
    await page.waitForURL(/\/orders\/ord_/);
  }
  for (const line1 of [home, office]) {
    await openCheckout("?address=new");
    await fillInHome(page);
    await page.getByLabel("House or flat").fill(line1);
    await place();
  }
  await openCheckout();
  expect(await page.getByLabel("House or flat").inputValue()).toBe(office);
  const addresses = page.getByRole("navigation", { name: "Your addresses" });
  await addresses.getByRole("link", { name: /Lotus House/ }).click();
  await expect.poll(() => page.getByLabel("House or flat").inputValue()).toBe(home);
  await place();
  await page.getByText(home).waitFor();
  expect(complaints).toEqual([]);
});

it("a price that changes during checkout is shown before the order is placed", async () => {
  const { page } = await openTab(browser);
  await page.goto(stack.urls.web);
  await putIntoCart(page, "Onions");
  await page.goto(`${stack.urls.web}/cart`);
  await page.getByRole("link", { name: /^Order from/ }).click();
  // The cart shows the same price: the form with the button is the page that carries it.
  await page.getByRole("button", { name: "Place the order" }).waitFor();
  await page.getByRole("row", { name: "Total ₹42" }).waitFor();
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  await pool.query("update mohallamart.products set price_paise = 4550 where name = 'Onions'");
  await pool.end();

  await fillInCustomer(page, "Meera Iyer");
  await page.getByText("the total is ₹45.50 now, it was ₹42").waitFor();
  await page.getByRole("row", { name: "Total ₹45.50" }).waitFor();
  expect(await page.getByLabel("Email").inputValue()).toBe("meera@example.com");
  await page.getByRole("button", { name: "Place the order" }).click();
  await page.waitForURL(/\/orders\/ord_/);
});

it("an order's address with a mistake in it says what to do", async () => {
  const { page, complaints } = await openTab(browser);
  const response = await page.goto(`${stack.urls.web}/orders/ord_mistake`);
  expect(response?.status()).toBe(404);
  await page.getByRole("heading", { name: "There is no such order" }).waitFor();
  await page.getByRole("link", { name: "Go to the shops" }).click();
  await page.waitForURL(`${stack.urls.web}/`);
  await page
    .getByRole("button", { name: /to the cart$/ })
    .first()
    .waitFor();
  expect(complaints).toEqual([expect.stringContaining("status of 404")]);
});

it("a form that is too large says so, also when it is sent by script", async () => {
  const { page } = await openTab(browser);
  await page.goto(`${stack.urls.web}/ten-ocean`);
  const name = page.getByLabel("First name");
  await name.evaluate((element) => element.removeAttribute("maxlength"));
  await name.fill("x".repeat(100_000));
  await page.getByLabel("Email").fill("meera@example.com");
  await page.getByRole("button", { name: "Register" }).click();
  await page.getByRole("heading", { name: "That form is too large" }).waitFor();
});

it.each([
  ["phone", { viewport: { width: 360, height: 740 } }],
  ["dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" as const }],
])("every page fits a %s screen and obeys its content security policy", async (name, options) => {
  const { page, complaints } = await openTab(browser, options);
  for (const [path, title] of [
    ["/", "storefront"],
    ["/cart", "cart"],
    ["/ten-ocean", "portal"],
  ] as const) {
    await page.goto(stack.urls.web + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await beyondTheScreen(page)).toEqual([]);
    await screenshot(page, `${title}-${name}`);
  }
  expect(complaints).toEqual([]);
});
