import { type Stack, startStack } from "@org/local-stack";
import { demoCustomer, demoStaff } from "@org/stores/demo-data/mohallamart";
import { demoAdmins } from "@org/stores/demo-data/ten-ocean";
import { beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applicationLink, confirmApplication } from "../applications.ts";
import { linkIn } from "../residents.ts";
import { createVisitor, fillIn } from "../visitor.ts";
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
const dark = { ...desktop, colorScheme: "dark" as const };

async function signIn(page: Page, path: string, email: string | undefined): Promise<void> {
  await page.goto(stack.urls.web + path);
  await signInWithCode(stack, page, email);
}

it("a shop applies on a phone, and opens before its eyes when staff approve it", async () => {
  const applicant = await openTab(browser, phone);
  const { page } = applicant;
  await page.goto(`${stack.urls.web}/sell`);
  await page.getByLabel("Name of the shop").fill("Meena's Tiffin Room");
  await page.getByLabel("Neighbourhood").fill("Indiranagar, Bengaluru");
  await page.getByLabel("What you sell").fill("Idli, dosa and filter coffee from seven in the morning.");
  await page.getByLabel("Your name").fill("Meena Iyer");
  await page.getByLabel("Email").fill("meena@example.com");
  await page.getByLabel("Mobile number").fill("12");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("alert").filter({ hasText: "One entry below" }).waitFor();
  expect(await page.getByLabel("What you sell").inputValue()).toContain("filter coffee");
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, "sell-refused-phone");
  await page.getByLabel("Mobile number").fill("98450 00003");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
  await screenshot(page, "applied-phone");
  await page.goto(await applicationLink(stack, "meena@example.com"));
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, "confirm-application-phone");
  await page.getByRole("button", { name: "Yes, apply" }).click();
  await page.locator('[data-step="staff"][data-state="done"]').waitFor();
  await screenshot(page, "application-waiting-phone");

  const staff = await openTab(browser, desktop);
  await signIn(staff.page, "/admin/applications", demoStaff[0]?.email);
  await staff.page.getByRole("heading", { name: "Meena's Tiffin Room" }).waitFor();
  await screenshot(staff.page, "admin-applications-desktop");
  await staff.page.getByRole("button", { name: "Approve Meena's Tiffin Room" }).click();
  await staff.page.getByRole("status").filter({ hasText: "approved" }).waitFor();
  await page.reload();
  await page.locator('[data-step="access"][data-state="done"]').waitFor();
  await screenshot(page, "application-approved-phone");
  expect([...applicant.complaints, ...staff.complaints]).toEqual([]);
});

it("staff turn a shop down and say why, and the applicant reads it", async () => {
  const applicant = createVisitor(stack.urls.web);
  const email = "turned-down@example.com";
  await applicant.send(
    fillIn(await applicant.open("/sell"), 'input[name="shopkeeperId"]', {
      ...{ shopName: "Corner of Sweets", area: "Indiranagar, Bengaluru", description: "Laddu." },
      ...{ name: "Ravi Kumar", email, phone: "98450 00009" },
    }),
  );
  const { applied } = await confirmApplication(stack, applicant, email);

  const { page, complaints } = await openTab(browser, phone);
  await signIn(page, "/admin/applications", demoStaff[0]?.email);
  await page.getByText("Turn Corner of Sweets down instead").click();
  await page.getByRole("button", { name: "Turn Corner of Sweets down" }).click();
  // The browser itself asks for the reason.
  expect(new URL(page.url()).search).toBe("");
  await page.getByLabel("Why").fill("We could not find the shop.");
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, "admin-turns-down-phone");
  await page.getByRole("button", { name: "Turn Corner of Sweets down" }).click();
  await page.getByRole("status").filter({ hasText: "turned down" }).waitFor();
  // Who decides may look at it as well.
  await page.goto(stack.urls.web + applied.path);
  await page.getByText("We could not find the shop.").waitFor();
  await screenshot(page, "application-turned-down-phone");
  expect(complaints).toEqual([]);
});

it("an admin of the house looks at a registration", async () => {
  const { page, complaints } = await openTab(browser, desktop);
  await page.goto(`${stack.urls.web}/ten-ocean`);
  await page.getByLabel("First name").fill("Maya");
  await page.getByLabel("Email").fill("maya@example.com");
  await page.getByLabel("Your unit").selectOption("unit_4B");
  await page.getByRole("button", { name: "Register" }).click();
  await page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
  await screenshot(page, "registered-desktop");
  const { path } = await linkIn(stack, "maya@example.com", "Confirm your registration");
  await page.goto(stack.urls.web + path);
  await page.getByText("Maya, maya@example.com, unit 4B").waitFor();
  await screenshot(page, "confirm-registration-desktop");
  await page.getByRole("button", { name: "Yes, register me" }).click();
  await page.locator('[data-step="reviewers"][data-state="done"]').waitFor();
  await signIn(page, "/ten-ocean/admin/registrations", demoAdmins[0]?.email);
  await page.getByText("Turn down instead").click();
  await page.getByLabel("Why").fill("No lease was found for unit 4B.");
  await screenshot(page, "registrations-desktop");
  await page.getByRole("button", { name: "Turn Maya down" }).click();
  await page.getByRole("status").filter({ hasText: "Turned down" }).waitFor();
  expect(complaints).toEqual([]);
});

it.each([
  ["phone", phone],
  ["dark", dark],
])("a customer looks after their account (%s)", async (name, options) => {
  const { page, complaints } = await openTab(browser, options);
  await signIn(page, "/account", demoCustomer.email);
  await page.getByLabel("SMS").uncheck();
  await page.getByLabel("Your neighbourhood").selectOption("Indiranagar, Bengaluru");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").filter({ hasText: "Saved" }).waitFor();
  expect(await page.getByLabel("SMS").isChecked()).toBe(false);
  expect(await beyondTheScreen(page)).toEqual([]);
  await screenshot(page, `account-${name}`);
  await page.getByRole("link", { name: "Close my account" }).click();
  await page.getByRole("heading", { name: "Close your account?" }).waitFor();
  await screenshot(page, `close-account-${name}`);
  expect(complaints).toEqual([]);
});
