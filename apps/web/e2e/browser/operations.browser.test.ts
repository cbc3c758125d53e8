import { userCreated } from "@org/events/mohallamart/user-created";
import { type Stack, startStack } from "@org/local-stack";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { loadDemoMarket } from "@org/stores/demo-data/load-demo-content";
import { demoStaff } from "@org/stores/demo-data/mohallamart";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { accessibilityFindings, beyondTheScreen, findingsInBothThemes } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { pages } from "../web-routes.ts";
import { signInWithCode } from "./sign-in.ts";
import { idsInTitles } from "./titles.ts";

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
    const user = { userId, name: "Asha Rao", email: `${userId}@example.com` };
    stack.emulators.failNext("resend", { status: 422, about: user.email });
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
  ["phone", { viewport: { width: 360, height: 740 }, colorScheme: "dark" as const }],
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
  await page.getByRole("link", { name: "All that followed from it" }).first().click();
  await page.locator('[data-ran="mohallamart-deliver-email failed"]').first().waitFor();
  await keep("cascade");
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.goBack();
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

it("a vendor's refusals are seen in the figures, and what they cost is replayed at once", async () => {
  const { page, complaints } = await openTab(browser, { viewport: { width: 1280, height: 900 } });
  const runIds = await failToWelcome("user_bulk1", "user_bulk2");
  await page.goto(`${stack.urls.web}/operations/workflows`);
  await signInWithCode(stack, page, demoStaff[0]?.email);
  await page.getByRole("heading", { name: "How workflows do" }).waitFor();
  const figures = page.locator('[data-measured="deliver-email"]');
  const failures = async () => {
    await page.reload();
    return (await figures.count()) > 0 && (await figures.innerText());
  };
  await expect.poll(failures, { timeout: 30_000 }).toMatch(/[1-9]\d* failed/);
  await figures.getByRole("link", { name: "deliver-email" }).click();
  await page.locator(`[data-run="${runIds[0]}"]`).waitFor();
  await page.getByRole("link", { name: "Replay many at once" }).click();
  await page.getByRole("heading", { name: "runs would be replayed" }).waitFor();
  await screenshot(page, "operations-replay-plan-desktop");
  await page.getByRole("button", { name: /^Replay \d+ runs$/ }).click();
  await page.getByText("The worker was asked to replay").waitFor();
  for (const runId of runIds) {
    await page.goto(`${stack.urls.web}/operations/dead-letters/${runId}`);
    await page.getByText("Replayed by").waitFor();
  }
  expect(complaints).toEqual([]);
});

/** Every page of the staff's, of the build's own list, with something for each part of an address that varies. */
const staffPages = (runId: string) =>
  pages
    .filter((route) => /^\/(operations|admin)\b/.test(route))
    .map((route) => route.replace("[runId]", runId));

it("every page of the staff's is whole at 320 px, in both themes", async () => {
  const [runId = ""] = await failToWelcome("user_walk");
  const { page, complaints } = await openTab(browser, { viewport: { width: 320, height: 640 } });
  const expectWhole = async (what: string, picture: string) => {
    const found = await findingsInBothThemes(page, (theme) => screenshot(page, `${picture}-320-${theme}`));
    expect([what, await beyondTheScreen(page), found]).toEqual([what, [], []]);
  };
  await page.goto(`${stack.urls.web}/operations`);
  await signInWithCode(stack, page, demoStaff[0]?.email);
  await page.getByRole("heading", { name: "Operations" }).waitFor();
  for (const path of [...staffPages(runId), "/operations/cascade?about=user_walk"]) {
    await page.goto(`${stack.urls.web}${path}`);
    await page.locator("h1").waitFor();
    await expectWhole(path, `staff${path.replaceAll(/\W+/g, "-")}`);
    expect([path, await idsInTitles(page)]).toEqual([path, []]);
  }
  expect(complaints).toEqual([]);

  for (const view of ["events", "runs", "functions", "metrics", "realtime", "send"]) {
    await page.goto(`${stack.urls.engine}/${view}`);
    await page.locator("h1").waitFor();
    await expectWhole(view, `engine-${view}`);
  }
});

it("what is written for the engine is checked by its schema as one types, and an example is right", async () => {
  const { page } = await openTab(browser, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${stack.urls.engine}/send`);
  const field = page.getByLabel("Event as JSON");
  await field.fill('{"name": "order.created", "data": {"orderId": 5}}');
  await page.getByText(/"data\.orderId" is not as its schema says|it lacks "userId"/).waitFor();
  await page.getByText("Send all the same").waitFor();
  // As in development, where the demo data has the orders that examples tell of.
  await loadDemoMarket(mohallaMartStores(pool));
  for (const name of ["product.updated", "order.created"]) {
    await page.locator("li", { hasText: name }).getByRole("button", { name: "Example 1" }).click();
    await page.getByText("Valid", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.locator(".sent", { hasText: name }).locator(".run-links li").first().waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".sent .run-links li")].every(({ textContent }) =>
        textContent?.includes("Completed"),
      ),
    );
    await screenshot(page, `engine-sent-${name}`);
  }
});
