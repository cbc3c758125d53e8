import { userCreated } from "@org/events/mohallamart/user-created";
import { type Stack, startStack } from "@org/local-stack";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { demoStaff } from "@org/stores/demo-data/mohallamart";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { accessibilityFindings, beyondTheScreen } from "./accessibility.ts";
import { launchChromium, openTab, screenshot } from "./chromium.ts";
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

/** Customers whose welcome the vendor refuses for good, one after another. @returns the failed runs' ids */
async function failToWelcome(...userIds: string[]): Promise<string[]> {
  const runIds: string[] = [];
  for (const userId of userIds) {
    stack.emulators.failNext("resend", { status: 422 });
    const user = { userId, name: "Asha Rao", email: `${userId}@example.com` };
    await mohallaMartStores(pool).users.add(user, { emit: [userCreated.create(user)] });
    const letter = await vi.waitUntil(
      async () => {
        const found = await postgresDeadLetters(pool).list();
        return found.find(({ events }) => JSON.stringify(events).includes(`"${userId}"`));
      },
      { timeout: 20_000 },
    );
    runIds.push(letter.runId);
  }
  return runIds;
}

it.each([
  ["desktop", { viewport: { width: 1280, height: 900 } }],
  ["phone", { viewport: { width: 360, height: 740 } }],
  ["dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" as const }],
])("an operator finds, replays and discards failed runs (%s)", async (name, options) => {
  const { page, complaints } = await openTab(browser, options);
  const keep = async (what: string) => {
    expect(await beyondTheScreen(page)).toEqual([]);
    await screenshot(page, `operations-${what}-${name}`);
  };
  const [runId = "", other = ""] = await failToWelcome(`user_${name}1`, `user_${name}2`);
  await page.goto(`${stack.urls.web}/operations`);
  await signInWithCode(stack, page, demoStaff[0]?.email);
  await page.getByRole("heading", { name: "Operations" }).waitFor();
  await page.getByRole("link", { name: "Vendors" }).waitFor();
  await keep("overview");

  await page.getByRole("link", { name: "deliver-email" }).click();
  await page.getByRole("heading", { name: "Failed runs", exact: true }).waitFor();
  await keep("list");
  await page.locator(`[data-run="${runId}"] a`).click();
  await page.getByRole("heading", { name: "deliver-email" }).waitFor();
  await keep("failed-run");

  await page.getByRole("button", { name: "Replay this run" }).click();
  // Nothing is reloaded: the page itself learns what became of it.
  await page.getByText("Replayed by").waitFor();
  await keep("replayed");
  await page.getByRole("link", { name: `Messages about user_${name}1` }).click();
  await page.locator('[data-delivery="send-welcome-email email sent"]').waitFor();
  await keep("messages");

  await page.goto(`${stack.urls.web}/operations/dead-letters/${other}`);
  await page.getByText("Discard it instead").click();
  await page.getByLabel("Why").selectOption("not-wanted");
  await page.getByRole("button", { name: "Discard this run for good" }).click();
  await page.getByText("Discarded").waitFor();

  for (const [path, heading] of [
    ["workflows", "How workflows do"],
    ["analytics", "Analytics"],
    ["dead-letters/replay", "Replay many runs"],
  ] as const) {
    await page.goto(`${stack.urls.web}/operations/${path}`);
    await page.getByRole("heading", { name: heading }).waitFor();
    await keep(path.replace("/", "-"));
    expect(await accessibilityFindings(page)).toEqual([]);
  }
  expect(complaints).toEqual([]);

  await page.goto(`${stack.urls.web}/operations/dead-letters/${other}x`);
  await page.getByRole("heading", { name: "No such failed run is kept" }).waitFor();
});
