import { type Stack, startStack } from "@org/local-stack";
import { createPool } from "@org/stores/postgres";
import { accessibilityFindings, beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesTo } from "../sign-in.ts";
import { addPasskey, openWithAuthenticator } from "./authenticator.ts";
import { signInWithCode } from "./sign-in.ts";

let stack: Stack;
let browser: Browser;
let web: string;

beforeAll(async () => {
  browser = await launchChromium();
  // Browsers have no passkeys at an address without a name.
  stack = await startStack({ environment: process.env, webHost: "localhost" });
  web = stack.environment.WEB_URL ?? "";
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const desktop = { viewport: { width: 1280, height: 850 } };
const phone = { viewport: { width: 360, height: 740 } };

async function signIn(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`${web}${path}`);
  await signInWithCode(stack, page, email);
  await page.getByRole("heading", { name: "Sign-in and security" }).waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.locator("header details").last().locator("summary").click();
  await page.getByRole("button", { name: "Sign out", exact: true }).last().click();
  await page.getByRole("link", { name: "Sign in" }).first().waitFor();
}

async function expectNothingWrong(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await beyondTheScreen(page)).toEqual([]);
}

describe.each([
  ["a member of staff", "divya.menon@mohallamart.example", "/account/security", "/sign-in", desktop],
  ["a shopkeeper", "lakshmi@lakshmi-provisions.example", "/account/security", "/sign-in", phone],
  [
    "an admin of the association",
    "maria.delgado@ten-ocean.example",
    "/ten-ocean/security",
    "/ten-ocean/sign-in",
    { ...desktop, colorScheme: "dark" as const },
  ],
])("%s", (who, email, securityPath, signInPath, options) => {
  it("adds a passkey, signs in with it without a code, renames and removes it", async () => {
    const { page, context, complaints, credentials } = await openWithAuthenticator(browser, options);
    await signIn(page, email, securityPath);
    await addPasskey(page, "Shop counter");
    await page.getByRole("status").filter({ hasText: "The passkey is added" }).waitFor();
    expect(await credentials()).toMatchObject([{ rpId: "localhost", isResidentCredential: true }]);
    await page.getByText("not used yet").waitFor();
    await expectNothingWrong(page);
    await screenshot(page, `security-${who.replaceAll(" ", "-")}`);

    const codes = codesTo(stack, email).length;
    await signOut(page);
    await page.goto(`${web}${securityPath}`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(signInPath);
    await expectNothingWrong(page);
    await screenshot(page, `passkey-sign-in-${who.replaceAll(" ", "-")}`);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("heading", { name: "Sign-in and security" }).waitFor();
    await page.getByText("used last on").first().waitFor();
    expect(codesTo(stack, email)).toHaveLength(codes);

    await page.getByText("Rename").click();
    await page.getByLabel("Name", { exact: true }).fill("Old counter");
    await page.getByRole("button", { name: "Save the name" }).click();
    await page.getByRole("heading", { name: "Old counter" }).waitFor();
    await page.getByRole("button", { name: "Remove Old counter" }).click();
    await page.getByText("The passkey is removed.").waitFor();
    await signOut(page);
    await page.goto(`${web}${signInPath}`);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("alert").filter({ hasText: "This passkey was not accepted" }).waitFor();
    await context.close();
    expect(complaints).toEqual([]);
  });
});

describe("an authenticator that does not look who it is", () => {
  it("adds nothing and signs nobody in", async () => {
    const email = "asha.rao@example.com";
    const { page, context, credentials, verifiesNobody } = await openWithAuthenticator(browser, desktop);
    await signIn(page, email, "/account/security");
    await addPasskey(page, "Phone");
    await page.getByText("The passkey is added").waitFor();
    await verifiesNobody();
    await addPasskey(page, "Another phone");
    await page.getByRole("region", { name: "Passkeys" }).getByRole("alert").waitFor();
    expect(await credentials()).toHaveLength(1);
    await signOut(page);
    await page.goto(`${web}/sign-in`);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("alert").filter({ hasText: "Nothing was done" }).waitFor();
    await page.goto(`${web}/account`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await context.close();
  });
});

it("whoever signed in long ago signs in again before a passkey is added", async () => {
  const email = "asha.rao@example.com";
  const { page, context } = await openTab(browser, desktop);
  await signIn(page, email, "/account/security");
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  await pool.query("update platform.sessions set created_at = now() - interval '2 hours'");
  await pool.end();
  await page.reload();
  await page.getByText("A passkey is added within an hour of signing in").waitFor();
  expect(await page.getByRole("button", { name: "Add a passkey" }).count()).toBe(0);
  await expectNothingWrong(page);
  const passkeys = page.getByRole("region", { name: "Passkeys" });
  await passkeys.getByRole("link", { name: "Sign in again" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await context.close();
});
