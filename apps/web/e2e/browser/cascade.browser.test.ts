import { type Stack, startStack } from "@org/local-stack";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { demoStaff } from "@org/stores/demo-data/mohallamart";
import { createPool, type Pool } from "@org/stores/postgres";
import { beyondTheScreen, findingsInBothThemes } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { placeOrder } from "./place-order.ts";
import { signInWithCode } from "./sign-in.ts";

let stack: Stack;
let pool: Pool;
let browser: Browser;
/** Of an order whose customer could not be written to, and of whoever looks at it. */
let cascade: string;
let staff: Awaited<ReturnType<BrowserContext["storageState"]>>;

const phone = { viewport: { width: 320, height: 640 } };
const failedRun = '[data-ran="mohallamart-deliver-email failed"]';

beforeAll(async () => {
  browser = await launchChromium();
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  const { page, context } = await openTab(browser);
  stack.emulators.failNext("resend", { status: 422, about: "cascade@example.com" });
  await page.goto(`${stack.urls.web}/shops/shop_790`);
  await page.getByRole("button", { name: "Add Brinjal to the cart" }).click();
  await page.getByRole("button", { name: "One Brinjal less" }).waitFor();
  const orderId = await placeOrder(stack, page, "cascade@example.com");
  cascade = `${stack.urls.web}/operations/cascade?about=${orderId}`;
  await vi.waitUntil(async () => (await postgresDeadLetters(pool).list()).length > 0, { timeout: 30_000 });
  await page.goto(`${stack.urls.web}/operations`);
  await signInWithCode(stack, page, demoStaff[0]?.email);
  await page.getByRole("heading", { name: "Operations" }).waitFor();
  staff = await context.storageState();
  await context.close();
});

afterAll(async () => {
  await browser?.close();
  await pool?.end();
  await stack?.stop();
});

/** What went well and is folded, as far as one sees it. */
const folded = (page: Page) => page.locator('[data-ran$=" completed"] > details:not([open]):visible');

/** Opens the cascade once all of it is known. */
async function openCascade(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(cascade);
        return (await page.locator(failedRun).count()) > 0 && (await folded(page).count()) > 2;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

it("what went well is folded, what failed is not, and Enter unfolds a line", async () => {
  const { page, complaints } = await openTab(browser, { storageState: staff });
  await openCascade(page);
  await page.getByRole("link", { name: "What to do about it" }).first().waitFor();
  await screenshot(page, "cascade-folded");

  const [branch] = await folded(page).all();
  const name = await branch?.locator("summary strong").first().textContent();
  const line = page.locator("details", { has: page.locator(`> summary strong:text-is("${name}")`) }).first();
  await line.locator("> summary").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => line.getAttribute("open")).not.toBeNull();
  await page.keyboard.press("Enter");
  await expect.poll(() => line.getAttribute("open")).toBeNull();

  await page.getByRole("button", { name: /^Unfold all \d+ lines$/ }).click();
  await page.getByRole("button", { name: "Fold what went well" }).waitFor();
  expect(await folded(page).count()).toBe(0);
  await screenshot(page, "cascade-unfolded");
  expect(complaints).toEqual([]);
});

it("it unfolds without scripts", async () => {
  const { page } = await openTab(browser, { storageState: staff, javaScriptEnabled: false });
  await openCascade(page);
  const before = await folded(page).count();
  await folded(page).first().locator("> summary").click();
  expect(await folded(page).count()).toBe(before - 1);
});

it("it fits a phone, folded and unfolded, in both themes", async () => {
  const { page } = await openTab(browser, { ...phone, storageState: staff });
  await openCascade(page);
  for (const [picture, address] of [
    ["cascade-320", cascade],
    ["cascade-320-unfolded", `${cascade}&unfolded=all`],
  ] as const) {
    await page.goto(address);
    await page.locator(failedRun).first().waitFor();
    const found = await findingsInBothThemes(page, (theme) => screenshot(page, `${picture}-${theme}`));
    expect([await beyondTheScreen(page), found]).toEqual([[], []]);
  }
});

it("a list's rows are gone through and opened with the keyboard", async () => {
  const { page } = await openTab(browser, { storageState: staff });
  await page.goto(`${stack.urls.web}/operations/workflows`);
  const links = page.getByRole("region", { name: "How workflows did" }).locator("tbody tr a:first-child");
  await expect
    .poll(
      async () => {
        await page.reload();
        return links.count();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(2);
  const focused = (index: number) => links.nth(index).evaluate((link) => link === document.activeElement);
  await page.getByRole("region", { name: "How workflows did" }).focus();
  await page.keyboard.press("j");
  // Time and again, because a key that comes before the page's scripts run is nobody's.
  await expect
    .poll(async () => {
      if (!(await focused(0)) && !(await focused(1))) await page.keyboard.press("j");
      return focused(0);
    })
    .toBe(true);
  await page.keyboard.press("ArrowDown");
  expect(await focused(1)).toBe(true);
  await page.keyboard.press("k");
  expect(await focused(0)).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Failed runs", exact: true }).waitFor();
});
