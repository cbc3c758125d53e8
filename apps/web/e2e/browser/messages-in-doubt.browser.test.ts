import { type Stack, startStack } from "@org/local-stack";
import { postgresDeliveries } from "@org/stores/deliveries/postgres";
import { demoStaff } from "@org/stores/demo-data/mohallamart";
import { createPool, type Pool } from "@org/stores/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signInWithCode } from "./sign-in.ts";

let stack: Stack;
let pool: Pool;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
});

afterAll(async () => {
  await browser?.close();
  await pool?.end();
  await stack?.stop();
});

/** A text of which nobody knows whether it was sent. */
async function beInDoubt(orderId: string, isKept: boolean): Promise<void> {
  const events = [{ id: `order.created:${orderId}`, name: "order.created", data: { orderId } }];
  const workflow = "send-order-confirmation";
  const run = { runId: `run_${orderId}`, app: "mohallamart", workflow, events };
  await postgresDeliveries(pool).record(
    {
      key: `order-confirmation:${orderId}:sms`,
      subject: orderId,
      workflow,
      recipient: "customer",
      channel: "sms",
      status: "unknown",
      reason:
        "MSG91 gave no complete answer (UND_ERR_SOCKET) when asked to send a text. It may have taken effect; look it up there before repeating it.",
    },
    isKept ? { run } : {},
  );
}

it.each([
  ["desktop", { viewport: { width: 1280, height: 900 } }],
  ["phone", { viewport: { width: 360, height: 740 }, colorScheme: "dark" as const }],
])("an operator settles messages in doubt and lifts an address (%s)", async (name, options) => {
  const { page, complaints } = await openTab(browser, options);
  const keep = async (what: string) => {
    expect(await beyondTheScreen(page)).toEqual([]);
    await screenshot(page, `operations-${what}-${name}`);
  };
  const [first, second] = [`ord_${name}1`, `ord_${name}2`];
  await beInDoubt(first, true);
  await beInDoubt(second, false);
  const bounced = `${name}@example.com`;
  await postgresSuppressions(pool).add({ channel: "email", address: bounced, reason: "bounced" });
  await page.goto(`${stack.urls.web}/operations`);
  await signInWithCode(stack, page, demoStaff[0]?.email);
  await page.getByRole("link", { name: "2 messages" }).waitFor();
  await keep("overview-in-doubt");

  await page.getByRole("link", { name: "2 messages" }).click();
  await page.getByRole("heading", { name: "Messages in doubt" }).waitFor();
  await page.getByText("Send it again…").click();
  await keep("in-doubt");
  for (const orderId of [first, second]) {
    const row = page.locator(`[data-doubt="order-confirmation:${orderId}:sms"]`);
    await row.getByRole("button", { name: "It arrived" }).click();
    await row.waitFor({ state: "detached" });
  }
  await page.getByText("No message is in doubt.").waitFor();
  await keep("nothing-in-doubt");

  await page.getByRole("link", { name: "Suppressed", exact: true }).click();
  await page.getByRole("heading", { name: "Suppressed addresses" }).waitFor();
  await keep("suppressed");
  await page.getByLabel("Address", { exact: true }).fill(bounced);
  await page.getByRole("button", { name: "Lift it" }).click();
  await page.getByText("The address may be written to again.").waitFor();
  expect(complaints).toEqual([]);
});
