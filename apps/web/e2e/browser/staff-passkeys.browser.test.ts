import { type Stack, startStack } from "@org/local-stack";
import { accessibilityFindings } from "@org/tooling/accessibility";
import { launchChromium, screenshot } from "@org/tooling/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addPasskey, openWithAuthenticator } from "./authenticator.ts";
import { signInWithCode } from "./sign-in.ts";

let stack: Stack;
let browser: Browser;
let web: string;

beforeAll(async () => {
  browser = await launchChromium();
  stack = await startStack({
    environment: { ...process.env, STAFF_SIGN_IN: "passkey" },
    webHost: "localhost",
  });
  web = stack.environment.WEB_URL ?? "";
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const desktop = { viewport: { width: 1280, height: 850 } };
const needed = "This needs a passkey of yours";

it("where staff have to use a passkey, a code adds their first and opens nothing", async () => {
  const staff = "divya.menon@mohallamart.example";
  const { page } = await openWithAuthenticator(browser, desktop);
  await page.goto(`${web}/operations`);
  await signInWithCode(stack, page, staff);
  await page.getByText(needed).waitFor();
  expect(new URL(page.url()).pathname).toBe("/account/security");
  expect(await accessibilityFindings(page)).toEqual([]);
  await screenshot(page, "passkey-needed-desktop");

  await addPasskey(page, "Office laptop");
  await page.getByText("The passkey is added").waitFor();
  await page.goto(`${web}/operations`);
  await page.getByText(needed).waitFor();

  await page.goto(`${web}/sign-in?next=/operations`);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL(`${web}/operations`);
  await page.getByRole("heading", { level: 1 }).waitFor();

  const thief = await openWithAuthenticator(browser, desktop);
  await thief.page.goto(`${web}/admin/applications`);
  await signInWithCode(stack, thief.page, staff);
  await thief.page.getByText(needed).waitFor();
  await addPasskey(thief.page, "Thief's phone");
  await thief.page.getByText("Sign in with a passkey of yours first").waitFor();
  await thief.page.getByRole("button", { name: "Remove Office laptop" }).click();
  await thief.page.getByText(needed).waitFor();
  await thief.page.getByRole("button", { name: "Remove Office laptop" }).waitFor();
});

it("a shopkeeper still signs in with a code", async () => {
  const { page } = await openWithAuthenticator(browser, desktop);
  await page.goto(`${web}/shop`);
  await signInWithCode(stack, page, "lakshmi@lakshmi-provisions.example");
  await page.waitForURL(`${web}/shop`);
});
