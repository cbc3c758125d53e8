import { pushIdOf } from "@org/integrations/push/port";
import { type Stack, startStack } from "@org/local-stack";
import { accessibilityFindings } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { signInWithCode } from "./sign-in.ts";

const pushId = pushIdOf("mohallamart", "user_123");
const email = "asha.rao@example.com";

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium({ notifications: true });
  stack = await startStack({ environment: process.env });
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Whether each device that the vendor knows of the person takes notifications. */
async function devices(): Promise<boolean[]> {
  const { url, appId } = stack.emulators.onesignal;
  const answer = await fetch(`${url}/apps/${appId}/users/by/external_id/${encodeURIComponent(pushId)}`);
  if (answer.status === 404) return [];
  const { subscriptions } = Object(await answer.json());
  return subscriptions.map(({ enabled }: { enabled: boolean }) => enabled);
}

/** As the worker pushes: to the person, wherever they are. */
async function push(title: string): Promise<void> {
  const { url, appId, apiKey } = stack.emulators.onesignal;
  await fetch(`${url}/notifications`, {
    method: "POST",
    headers: { authorization: `Key ${apiKey}` },
    body: JSON.stringify({
      app_id: appId,
      target_channel: "push",
      include_aliases: { external_id: [pushId] },
      headings: { en: title },
      contents: { en: "Asha Stores has packed your order." },
      url: `${stack.urls.web}/account`,
    }),
  });
}

it("a person is asked in their account, sees what is pushed to them, and no more once they have signed out", async () => {
  const { page, context, complaints } = await openTab(browser, { viewport: { width: 1280, height: 900 } });
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  const vendorAsked = () => loaded.some((url) => url.startsWith(stack.emulators.onesignal.url));
  await context.grantPermissions(["notifications"]);
  await page.goto(`${stack.urls.web}/account`);
  await signInWithCode(stack, page, email);

  const ask = page.getByRole("button", { name: "Tell me on this device" });
  await ask.waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await screenshot(page, "push-asked");
  expect([vendorAsked(), await devices()]).toEqual([false, []]);
  await ask.click();
  await page.getByRole("button", { name: "Stop on this device" }).waitFor();
  await vi.waitUntil(async () => (await devices()).includes(true), { timeout: 10_000 });
  await push("Your order is packed");
  await page.locator("[data-push]").filter({ hasText: "Your order is packed" }).waitFor();
  await screenshot(page, "push-shown");

  // Another page, of which only the session says whose notifications it takes; no page is open as it is pushed.
  await page.goto("about:blank");
  await push("Your order is on the way");
  await page.goto(stack.urls.web);
  await page.locator("[data-push]").filter({ hasText: "Your order is on the way" }).waitFor();

  const menu = page.locator("header details");
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  await vi.waitUntil(async () => !(await devices()).includes(true), { timeout: 10_000 });
  expect(complaints).toEqual([]);
});

it("a browser that shows no notifications says so, and takes none", async () => {
  const { page, complaints } = await openTab(browser);
  await page.goto(`${stack.urls.web}/account`);
  await signInWithCode(stack, page, email);
  await page.getByRole("button", { name: "Tell me on this device" }).click();
  await page.getByText("Your browser does not let us.").waitFor();
  expect(await devices()).not.toContain(true);
  expect(complaints).toEqual([]);
});
