import { toBuildingTime } from "@org/commands/ten-ocean/building-time";
import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signInWithCode } from "./sign-in.ts";

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

const desktop = { viewport: { width: 1280, height: 800 }, colorScheme: "dark" as const };
const phone = { viewport: { width: 360, height: 740 } };

async function signIn(page: Page, path: string, email: string | undefined): Promise<void> {
  await page.goto(stack.urls.web + path);
  await signInWithCode(stack, page, email);
}

const inHours = (hours: number) => toBuildingTime(new Date(Date.now() + hours * 3_600_000).toISOString());

it("an event is planned on a desktop in the dark, answered on a phone, and its page follows without a reload", async () => {
  const office = await openTab(browser, desktop);
  const { page } = office;
  await signIn(page, "/ten-ocean/admin/events/new", demoAdmins[0]?.email);
  await page.getByLabel("Title").fill(`Roof party ${"x".repeat(60)}`);
  await page.getByLabel("What it is").fill("Bring a dish.\n\nDrinks are there.");
  await page.getByLabel("Where").fill("The roof");
  await page.getByLabel("Starts").fill(inHours(48));
  await page.getByLabel("Ends").fill(inHours(40));
  await page.getByLabel("Seats").fill("1");
  await page.getByRole("button", { name: "Plan it" }).click();
  await page.getByText("It has to end after it starts.").waitFor();
  await screenshot(page, "event-refused-dark");
  await page.getByLabel("Ends").fill(inHours(51));
  await page.getByRole("button", { name: "Plan it" }).click();
  await page.getByText("The residents are being invited.").waitFor();
  await screenshot(page, "event-planned-dark");

  const home = await openTab(browser, phone);
  await signIn(home.page, new URL(page.url()).pathname, demoResidents[0]?.email);
  await home.page.getByLabel("I am going").check();
  await home.page.getByRole("button", { name: "Send your answer" }).click();
  await home.page.locator('[data-answer="going"]').waitFor();
  await screenshot(home.page, "event-answered-phone");
  expect(await beyondTheScreen(home.page)).toEqual([]);
  await page.locator("[data-seats]", { hasText: "Full" }).waitFor({ timeout: 20_000 });

  await home.page.getByRole("link", { name: "All events" }).last().click();
  await home.page.getByText("You are going", { exact: true }).waitFor();
  await screenshot(home.page, "events-phone");
  expect(await beyondTheScreen(home.page)).toEqual([]);
  await page.getByRole("link", { name: /Change it/ }).click();
  await page.getByRole("heading", { name: "Answers" }).waitFor();
  await screenshot(page, "event-editor-dark");
  expect([...office.complaints, ...home.complaints]).toEqual([]);
});
