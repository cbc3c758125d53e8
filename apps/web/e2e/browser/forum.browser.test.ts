import { type Stack, startStack } from "@org/local-stack";
import { beyondTheScreen } from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
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

/** A resident's tab at a page of the forum. */
async function residentAt(name: string, path: string, options: BrowserContextOptions) {
  const tab = await openTab(browser, options);
  const { page } = tab;
  await page.goto(stack.urls.web + path);
  await signInWithCode(stack, page, `${name}@residents.example`);
  await page.waitForURL(`**${path}`);
  return tab;
}

async function screenshots(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await screenshot(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

it("neighbors write to each other: names are completed by keyboard, replies appear by themselves", async () => {
  const maya = await residentAt("maya", "/ten-ocean/forum/new", desktop);
  await maya.page.getByLabel("What is it about?").fill("Bike room");
  await maya.page
    .getByLabel("Your first post")
    .fill("Do we need a second rack? See https://example.com/racks");
  await maya.page.getByRole("button", { name: "Post it" }).click();
  await maya.page.getByRole("heading", { name: "Bike room" }).waitFor();
  const path = new URL(maya.page.url()).pathname;

  const suresh = await residentAt("suresh", "/ten-ocean/forum", phone);
  expect(await beyondTheScreen(suresh.page)).toEqual([]);
  await screenshots(suresh.page, "forum-phone");
  await suresh.page.getByRole("link", { name: "Bike room" }).click();
  const text = suresh.page.getByLabel("Your reply");
  await text.pressSequentially("Ask @");
  await text.pressSequentially("zi");
  const option = suresh.page.getByRole("option", { name: "Tomasz Zieliński" });
  await option.waitFor();
  expect(await text.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"));
  await screenshots(suresh.page, "forum-mention-phone");
  await text.press("Escape");
  await option.waitFor({ state: "hidden" });
  await text.pressSequentially("e");
  await option.waitFor();
  await text.press("ArrowDown");
  await text.press("Enter");
  expect(await text.inputValue()).toBe("Ask @Tomasz Zieliński ");
  await text.pressSequentially("or @may");
  await suresh.page.getByRole("option", { name: "Maya Fernandes" }).click();
  expect(await text.inputValue()).toBe("Ask @Tomasz Zieliński or @Maya Fernandes ");
  await suresh.page.getByRole("button", { name: "Post the reply" }).click();

  // Maya does nothing.
  await maya.page.locator("strong[data-me]", { hasText: "@Maya Fernandes" }).waitFor();
  await suresh.page.waitForURL(`**${path}?from=*`);
  await vi.waitUntil(async () => (await text.inputValue()) === "");
  expect(await beyondTheScreen(suresh.page)).toEqual([]);
  await screenshots(suresh.page, "topic-phone");
  await screenshots(maya.page, "topic-desktop");
  await suresh.page.getByRole("link", { name: "Edit" }).click();
  await suresh.page.getByRole("textbox", { name: "Your post" }).fill("Ask @Tomasz Zieliński.");
  await suresh.page.getByRole("button", { name: "Save" }).click();
  await maya.page.getByText("edited").waitFor();
  expect([...maya.complaints, ...suresh.complaints]).toEqual([]);
});

it("what somebody writes stays theirs while others write", async () => {
  const amina = await residentAt("amina", "/ten-ocean/forum/new", desktop);
  await amina.page.getByLabel("What is it about?").fill("Lift");
  await amina.page.getByLabel("Your first post").fill("Is it broken?");
  await amina.page.getByRole("button", { name: "Post it" }).click();
  await amina.page.getByRole("heading", { name: "Lift" }).waitFor();
  const path = new URL(amina.page.url()).pathname;
  const chloe = await residentAt("chloe", path, desktop);
  await chloe.page.getByLabel("Your reply").fill("Half a sentence");
  await amina.page.getByLabel("Your reply").fill("It works again.");
  await amina.page.getByRole("button", { name: "Post the reply" }).click();
  await chloe.page.getByText("It works again.").waitFor();
  expect(await chloe.page.getByLabel("Your reply").inputValue()).toBe("Half a sentence");
  await chloe.page.getByRole("button", { name: "Post the reply" }).click();
  await amina.page.locator("[data-post]", { hasText: "Half a sentence" }).waitFor();
  expect([...amina.complaints, ...chloe.complaints]).toEqual([]);
});
