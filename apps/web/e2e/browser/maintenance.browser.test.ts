import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, BrowserContextOptions } from "playwright-core";
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

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 } };

/** Signs in on the way to a page. */
async function openAs(email: string | undefined, path: string, options: BrowserContextOptions) {
  const tab = await openTab(browser, options);
  await tab.page.goto(stack.urls.web + path);
  await signInWithCode(stack, tab.page, email);
  return tab;
}

it("a leak goes from a phone to the board and back, and each side sees what the other does", async () => {
  const [maya] = demoResidents;
  const tenant = await openAs(maya?.email, "/ten-ocean/maintenance/new", phone);
  const { page } = tenant;
  await page.getByLabel("What is it about?").selectOption("plumbing");
  await page.getByRole("radio", { name: /^Urgent/ }).check();
  await page.getByRole("radio", { name: /everybody uses/ }).check();
  await page.getByLabel("What is wrong?").fill("The pipe under the sink leaks, since this morning.");
  await page.getByRole("button", { name: "Report it" }).click();
  await page.getByText("Enter where in the building it is").waitFor();
  expect(await page.getByLabel("What is wrong?").inputValue()).toContain("since this morning");
  expect(await page.getByRole("radio", { name: /^Urgent/ }).isChecked()).toBe(true);
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, "repair-refused-phone");
  await page.getByRole("radio", { name: /In my unit, 4B/ }).check();
  await page.getByRole("button", { name: "Report it" }).click();
  await page.getByText("If nobody does within an hour, the whole board is told.").waitFor();
  const path = new URL(page.url()).pathname;
  await screenshot(page, "repair-phone");

  const office = await openAs(demoAdmins[0]?.email, "/ten-ocean/admin/maintenance", desktop);
  await office.page.getByRole("link", { name: /^#\d+/ }).first().waitFor();
  await screenshot(office.page, "repairs-board-desktop");
  await office.page.getByRole("link", { name: /^#\d+/ }).first().click();
  await office.page.getByLabel("In charge", { exact: true }).selectOption({ label: "Samuel Okafor" });
  await office.page.getByRole("button", { name: "Put in charge" }).click();
  await page.getByText("Samuel Okafor looks after it and sets a date.").waitFor();

  await office.page.getByLabel("Status").selectOption("in-progress");
  await office.page.getByLabel("When somebody comes").fill("2099-01-05T09:00");
  await office.page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Samuel Okafor comes on Mon, Jan 5, 9:00 AM.").waitFor();
  expect(await office.page.getByLabel("When somebody comes").inputValue()).toBe("2099-01-05T09:00");
  await screenshot(office.page, "repair-office-desktop");

  await page.getByLabel("Add something").fill("The caretaker has a key.");
  await page.getByRole("button", { name: "Send" }).click();
  await office.page.getByText("The caretaker has a key.").waitFor();
  await expect.poll(() => page.getByLabel("Add something").inputValue()).toBe("");
  await page.getByLabel("Add something").fill("Thank you.");
  await page.getByRole("button", { name: "Send" }).click();
  await office.page.getByText("Thank you.").waitFor();

  await office.page.getByLabel("What was done").fill("New trap.");
  await office.page.getByRole("button", { name: "It is done" }).click();
  await page.getByRole("heading", { name: "Is it fixed?" }).waitFor();
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, "repair-resolved-phone");
  await page.getByRole("button", { name: "Yes, it is fixed" }).click();
  await page.getByText("The repair was confirmed. Nothing more happens.").waitFor();
  await office.page.getByText("Maya Fernandes confirmed the repair").waitFor();

  for (const { colorScheme, ...size } of [
    { ...phone, colorScheme: "dark" as const },
    { ...desktop, colorScheme: "dark" as const },
  ]) {
    await office.page.emulateMedia({ colorScheme });
    await office.page.setViewportSize(size.viewport);
    for (const [name, address] of [
      ["repairs-board", "/ten-ocean/admin/maintenance"],
      ["repair", path],
    ] as const) {
      await office.page.goto(stack.urls.web + address);
      await office.page.getByRole("heading", { level: 1 }).waitFor();
      expect(await beyondTheScreen(office.page)).toEqual([]);
      await screenshot(office.page, `${name}-dark-${size.viewport.width}`);
    }
  }
  expect([...tenant.complaints, ...office.complaints]).toEqual([]);
});
