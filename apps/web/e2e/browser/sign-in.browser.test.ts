import { type Stack, startStack } from "@org/local-stack";
import { beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

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

async function sentCode(to: string): Promise<string> {
  const find = () => stack.emulators.outbox().findLast((message) => message.to === to)?.subject;
  const subject = await vi.waitUntil(find, { timeout: 20_000 });
  return subject.slice(0, 6);
}

it.each([
  ["desktop", "asha.rao@example.com", { viewport: { width: 1280, height: 800 } }],
  ["phone", "lakshmi@lakshmi-provisions.example", { viewport: { width: 360, height: 740 } }],
  [
    "dark",
    "divya.menon@mohallamart.example",
    { viewport: { width: 1280, height: 800 }, colorScheme: "dark" as const },
  ],
])("a person signs in with the code from their email, and out again (%s)", async (name, email, options) => {
  const { page, complaints } = await openTab(browser, options);
  await page.goto(stack.urls.web);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await screenshot(page, `sign-in-${name}`);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();

  await page.getByRole("heading", { name: "Enter your code" }).waitFor();
  await page.getByLabel("Code").fill("12345");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").filter({ hasText: "This code is not right" }).waitFor();
  await screenshot(page, `sign-in-code-${name}`);
  await page.getByLabel("Code").fill(await sentCode(email));
  await page.getByRole("button", { name: "Sign in" }).click();

  const menu = page.locator("header details");
  await menu.waitFor();
  const whole = menu.locator("summary > span");
  expect(await whole.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
  await page.getByRole("link", { name: /^Cart/ }).click();
  await page.getByRole("heading", { name: "Your cart" }).waitFor();
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: "Sign out" }).waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `account-menu-${name}`);
  await menu.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  expect(complaints).toEqual([]);
});
