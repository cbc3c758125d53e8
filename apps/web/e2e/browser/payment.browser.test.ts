import { type Stack, startStack } from "@org/local-stack";
import { accessibilityFindings, beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillInHome } from "./fill-in-home.ts";

let stack: Stack;
let browser: Browser;
let address: string;

beforeAll(async () => {
  browser = await launchChromium();
  // Under another name than the payment page, so that the browser treats them as two sites and keeps cookies back.
  stack = await startStack({ environment: process.env, webHost: "localhost" });
  address = stack.environment.WEB_URL ?? "";
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Fills a cart with one piece and the checkout form with a customer who pays online. */
async function goToPay(page: Page, product: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: `Add ${product} to the cart` }).click();
  await page.getByRole("button", { name: `One ${product} less` }).waitFor();
  await page.goto(`${address}/cart`);
  await page.getByRole("link", { name: /^Order from/ }).click();
  await page.getByLabel("Name").fill("Meera Iyer");
  await page.getByLabel("Email").fill("meera@example.com");
  await page.getByLabel("Mobile number").fill("98765 43210");
  await fillInHome(page);
  await page.getByRole("radio", { name: /^Pay online/ }).check();
}

it.each([
  ["desktop", { viewport: { width: 1280, height: 900 } }],
  ["phone", { viewport: { width: 360, height: 740 }, colorScheme: "dark" as const }],
])("a person pays online, and cancels (%s)", async (name, options) => {
  const { page, complaints } = await openTab(browser, options);
  await goToPay(page, "Brinjal");
  await screenshot(page, `checkout-payment-${name}`);

  // What was chosen stays chosen when the form comes back.
  await page.getByLabel("Name").fill("<script>");
  await page.getByRole("button", { name: "Place the order" }).click();
  await page.getByRole("alert").filter({ hasText: "One entry below needs a change." }).waitFor();
  expect(await page.getByRole("radio", { name: /^Pay online/ }).isChecked()).toBe(true);
  await page.getByLabel("Name").fill("Meera Iyer");
  await page.getByRole("button", { name: "Place the order" }).click();

  await page.getByRole("heading", { name: /^Pay ₹\d+ online$/ }).waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `pay-${name}`);
  await page.getByRole("button", { name: /^Pay ₹/ }).click();
  await page.waitForURL(`${stack.emulators.razorpay.url}/**`);
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `payment-page-${name}`);
  await page.getByRole("button", { name: "Let the bank decline it" }).click();
  await page.getByText("The payment did not go through").waitFor({ timeout: 20_000 });
  await screenshot(page, `pay-declined-${name}`);
  await page.getByRole("button", { name: /^Pay ₹/ }).click();
  await page.waitForURL(`${stack.emulators.razorpay.url}/**`);
  await page.getByRole("button", { name: "Let the request time out" }).click();
  await page.getByText("The payment did not go through").waitFor({ timeout: 20_000 });
  await page.getByRole("button", { name: /^Pay ₹/ }).click();
  await page.waitForURL(`${stack.emulators.razorpay.url}/**`);
  await page.getByRole("button", { name: /^Approve ₹/ }).click();

  await page.waitForURL(/\/orders\/ord_/);
  await expect
    .poll(() => page.locator('[data-step][data-state="done"]').count(), { timeout: 30_000 })
    .toBe(6);
  await page.getByText("paid online").first().waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `order-paid-${name}`);

  await page.getByRole("link", { name: "Cancel this order" }).click();
  await page.getByRole("heading", { name: "Cancel this order?" }).waitFor();
  await screenshot(page, `cancel-${name}`);
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await page.getByRole("heading", { name: "This order was cancelled" }).waitFor();
  await page.getByText("sent back to you").waitFor({ timeout: 30_000 });
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `order-cancelled-${name}`);

  await page.goto(`${address}/cart`);
  await page.getByText("Nothing in it yet").waitFor();
  expect(complaints).toEqual([]);
});

it("without JavaScript a person pays online as well", async () => {
  const { page, complaints } = await openTab(browser, { javaScriptEnabled: false });
  await goToPay(page, "Carrots");
  await page.getByRole("button", { name: "Place the order" }).click();
  await page.getByRole("button", { name: /^Pay ₹/ }).click();
  await page.waitForURL(`${stack.emulators.razorpay.url}/**`);
  await page.getByRole("button", { name: /^Pay ₹/ }).click();
  await page.getByRole("button", { name: "Back to the shop" }).click();
  await page.getByRole("heading", { name: "Thank you, Meera Iyer" }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/orders\/ord_/);
  expect(complaints).toEqual([]);
});
