import { type Stack, startStack } from "@org/local-stack";
import { beyondTheScreen, findingsInBothThemes } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placeOrder } from "./place-order.ts";
import { signInWithCode } from "./sign-in.ts";
import { storefrontPages } from "./storefront-pages.ts";
import { idsInTitles } from "./titles.ts";

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

/** The menu under a customer's name closes on Escape, outside of it, and where it has led; the bell stays beside it. */
async function expectMenuToClose(page: Page): Promise<void> {
  const summary = page.locator("header summary");
  const link = page.locator("header").getByRole("link", { name: "Your orders" });
  await summary.click();
  await link.waitFor();
  // Time and again, because the menu opens before the page's scripts run, and nothing on it tells when they do.
  const afterEscape = async () => {
    await page.keyboard.press("Escape");
    return link.isVisible();
  };
  await expect.poll(afterEscape, { timeout: 30_000 }).toBe(false);
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await summary.click();
  await page.mouse.click(10, 820);
  await link.waitFor({ state: "hidden" });
  await page
    .locator("header")
    .getByRole("link", { name: /unread notification/ })
    .waitFor();
  await summary.click();
  await link.click();
  await page.getByRole("heading", { level: 1, name: "Your orders" }).waitFor();
  await link.waitFor({ state: "hidden" });
}

/** Orders what is in the cart for Hari's shop. */
async function signIn(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`${stack.urls.web}/sign-in?next=${encodeURIComponent(path)}`);
  await signInWithCode(stack, page, email);
  await page.waitForURL(stack.urls.web + path);
}

it.each([
  ["desktop", { viewport: { width: 1280, height: 900 } }],
  ["phone", { viewport: { width: 360, height: 740 }, colorScheme: "dark" as const }],
])("a customer searches, narrows, and watches a product (%s)", async (name, options) => {
  const { page, complaints } = await openTab(browser, options);
  await page.goto(stack.urls.web);
  await page.getByRole("searchbox").fill("chilies");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("heading", { name: "“chilies” in your lane" }).waitFor();
  await page.getByRole("link", { name: "Green Chillies" }).waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `search-${name}`);
  await page.goto(`${stack.urls.web}/search?q=`);
  await page.getByRole("navigation", { name: "Category" }).getByRole("link", { name: "Fruit" }).click();
  await page.getByRole("status").filter({ hasText: "5 products found" }).waitFor();
  await page.getByLabel("Order").selectOption("Highest price first");
  await page.getByRole("button", { name: "Search" }).click();
  await page.locator("main li h2").first().getByText("Alphonso Mangoes").waitFor();
  await screenshot(page, `search-narrowed-${name}`);

  await page.getByRole("link", { name: "Alphonso Mangoes" }).click();
  await page.getByRole("link", { name: "Sign in to watch this product" }).waitFor();
  const path = new URL(page.url()).pathname;
  await signIn(page, "asha.rao@example.com", path);
  await page.getByRole("button", { name: "Watch this product" }).click();
  await page.getByRole("button", { name: "Stop watching this product" }).waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `product-${name}`);
  await page.getByRole("button", { name: "Stop watching this product" }).click();
  await page.getByRole("button", { name: "Watch this product" }).waitFor();
  expect(complaints).toEqual([]);
});

it.each([
  ["desktop", { viewport: { width: 1280, height: 900 } }],
  ["phone", { viewport: { width: 360, height: 740 }, colorScheme: "dark" as const }],
])("a shopkeeper handles an order and corrects a product (%s)", async (name, options) => {
  const { page, complaints } = await openTab(browser, options);
  await page.goto(stack.urls.web);
  await page.getByRole("button", { name: "Add Ginger to the cart" }).click();
  await page.getByRole("button", { name: "One Ginger less" }).waitFor();
  const orderId = await placeOrder(stack, page, `meera.${name}@example.com`);

  await signIn(page, "hari@hari-fresh.example", "/shop");
  const card = page.locator(`[data-order="${orderId}"]`);
  await card.getByRole("button", { name: "It is packed" }).click();
  await card.getByLabel("Tracking number").fill("DLV-42");
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `shop-orders-${name}`);
  await card.getByRole("button", { name: "It is on its way" }).click();
  await card.getByRole("button", { name: "It is delivered" }).click();
  await card.getByText("Delivered").waitFor();

  await page.getByRole("link", { name: "Products", exact: true }).click();
  await page.getByRole("heading", { name: "Your products" }).waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `shop-products-${name}`);
  await page.getByRole("link", { name: "Ginger" }).click();
  await page.getByLabel("Price in rupees").fill("a lot");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").filter({ hasText: "One entry below needs a change." }).waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `shop-product-${name}`);
  await page.getByLabel("Price in rupees").fill("29.50");
  await page.getByLabel("Pieces to sell").fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("row", { name: /Ginger.*₹29.50 Sold out/ }).waitFor();
  await page.goto(`${stack.urls.web}/shop`);
  await page.getByRole("heading", { name: "Sold out" }).waitFor();
  await screenshot(page, `shop-sold-out-${name}`);

  await page.getByRole("link", { name: "Ginger" }).click();
  await page.getByLabel("Pieces to sell").fill("30");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("row", { name: /Ginger.*₹29.50 30/ }).waitFor();
  expect(complaints).toEqual([]);
});

const looks = [
  ["desktop", { viewport: { width: 1280, height: 900 } }],
  ["phone", { viewport: { width: 390, height: 844 } }],
] as const;

/**
 * What a page gets wrong for whoever looks at it: axe's findings in both themes, and what does not fit on the smallest phone.
 * @param picture what its pictures are called, one in each theme
 */
async function faultsOf(page: Page, path: string, picture: string): Promise<string[]> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  const findings = await findingsInBothThemes(page, (theme) => screenshot(page, `${picture}-${theme}`));
  await page.setViewportSize({ width: 320, height });
  const beyond = await beyondTheScreen(page);
  await page.setViewportSize({ width, height });
  const named = (await idsInTitles(page)).map((id) => `called ${id}`);
  return [...findings, ...named, ...beyond.map((element) => `beyond 320 px: ${element}`)].map(
    (each) => `${path}: ${each}`,
  );
}

it.each(looks)(
  "every page of the storefront reads well and fits, for everybody who has one, and its menu closes (%s)",
  async (name, options) => {
    const found: string[] = [];
    const { page, complaints } = await openTab(browser, options);
    async function see(addresses: readonly string[]): Promise<void> {
      for (const address of addresses) {
        const { href, pathname, search } = new URL(address, stack.urls.web);
        await page.goto(href);
        const picture = `page-${name}-${`${pathname}${search}`.replaceAll(/\W+/g, "-")}`;
        found.push(...(await faultsOf(page, href, picture)));
      }
    }
    await page.goto(`${stack.urls.web}/shops/shop_790`);
    await page.getByRole("button", { name: "Add Brinjal to the cart" }).click();
    await page.getByRole("button", { name: "One Brinjal less" }).waitFor();
    await see(["/cart", "/checkout/shop_790", "/search?q=rice"]);
    const orderId = await placeOrder(stack, page, `pages.${name}@example.com`);
    await see(storefrontPages("anybody", { orderId }));
    await signIn(page, "asha.rao@example.com", "/account");
    await expectMenuToClose(page);
    await see(storefrontPages("customer", { orderId }));
    await page.context().clearCookies();
    await signIn(page, "hari@hari-fresh.example", "/shop");
    await see(storefrontPages("shopkeeper", { orderId }));
    await see([`${stack.urls.inbox}/`, `${stack.urls.inbox}/vendors`]);
    expect(found).toEqual([]);
    // What nobody has is a page as well.
    expect(complaints.filter((complaint) => !complaint.includes("status of 404"))).toEqual([]);
  },
);
