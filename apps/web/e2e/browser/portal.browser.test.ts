import { type Stack, startStack } from "@org/local-stack";
import { loadDemoContent } from "@org/stores/demo-data/load-demo-content";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { createPool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import {
  accessibilityFindings,
  beyondTheScreen,
  findingsInBothThemes,
  layoutShift,
} from "@org/tooling/accessibility";
import { launchChromium, openTab, screenshot } from "@org/tooling/chromium";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillRoute, portalRoutes } from "../portal-routes.ts";
import { sampleOf } from "../portal-samples.ts";
import { signInWithCode } from "./sign-in.ts";
import { idsInTitles } from "./titles.ts";

type Who = "visitor" | "resident" | "admin";

const desktop = { viewport: { width: 1280, height: 850 } };
const phone = { viewport: { width: 360, height: 740 } };
const looks: [string, BrowserContextOptions][] = [
  ["desktop", desktop],
  ["phone", phone],
];

const registration = "/ten-ocean/residents/[userId]";

let stack: Stack;
let browser: Browser;
/** The cookies of each. */
let signedIn: Record<Who, BrowserContextOptions>;

beforeAll(async () => {
  browser = await launchChromium();
  stack = await startStack({ environment: process.env });
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  await loadDemoContent(tenOceanStores(pool), { now: new Date() });
  await pool.end();
  signedIn = {
    visitor: {},
    resident: await signIn(demoResidents[0]?.email ?? ""),
    admin: await signIn(demoAdmins[0]?.email ?? ""),
  };
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function signIn(email: string): Promise<BrowserContextOptions> {
  const { page, context } = await openTab(browser);
  await page.goto(`${stack.urls.web}/ten-ocean/sign-in`);
  await signInWithCode(stack, page, email);
  await page.getByRole("navigation", { name: "Portal" }).waitFor();
  const storageState = await context.storageState();
  await context.close();
  return { storageState };
}

/** Where in the picture folder: `portal/resident-phone-dark/events-[eventId]`. */
function pictureOf(who: Who, look: string, route: string): string {
  const name = route.replace("/ten-ocean", "").replaceAll("/", "-").slice(1) || "home";
  return `portal/${who}-${look}/${name}`;
}

/** Opens a page. @returns what is wrong with it; undefined when it leads elsewhere, as to the sign-in page. */
async function lookAt(page: Page, who: Who, look: string, route: string): Promise<string[] | undefined> {
  const path = fillRoute(route, sampleOf);
  const response = await page.goto(stack.urls.web + path);
  if (new URL(page.url()).pathname !== path) return undefined;
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  // A picture of the whole page moves it.
  const moved = await layoutShift(page);
  const sideways = await beyondTheScreen(page);
  const found = await findingsInBothThemes(page, (theme) =>
    screenshot(page, pictureOf(who, `${look}-${theme}`, route)),
  );
  found.push(...sideways.map((what) => `scrolls sideways for ${what}`));
  for (const id of await idsInTitles(page)) found.push(`is called ${id}`);
  if (moved > 0.02) found.push(`moves while it loads, by ${moved.toFixed(3)}`);
  if (response?.status() !== 200) found.push(`answers ${response?.status()}`);
  if ((await page.getByRole("heading", { level: 1 }).count()) !== 1) found.push("has not one main heading");
  if (!(await page.title()).endsWith(" · 10 Ocean")) found.push(`is titled ${await page.title()}`);
  return found.map((what) => `${path} ${what}`);
}

it("the look at a page finds what is wrong with it", async () => {
  const { page, context } = await openTab(browser, phone);
  await page.setContent('<p style="width: 200vw; color: #999; background: #fff">Faint and wide</p>');
  await page.evaluate(() => {
    document.title = "Order ord_01K8Z3M4T5V6W7X8Y9Z0A1B2C3";
  });
  expect(await idsInTitles(page)).toEqual(["ord_01K8Z3M4T5V6W7X8Y9Z0A1B2C3"]);
  expect(await beyondTheScreen(page)).toEqual(["p."]);
  expect(await accessibilityFindings(page)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^color-contrast/), expect.stringMatching(/^region/)]),
  );
  const hour = "font: 16px monospace; position: absolute; left: calc(100vw - 4.5ch)";
  await page.setContent(`<!doctype html><main><h1>Read</h1><time style="${hour}">9:05</time></main>`);
  expect(await beyondTheScreen(page)).toEqual(["time."]);
  expect(await page.locator("time").textContent()).toBe("9:05");
  const faintByNight =
    "@media (prefers-color-scheme: dark) { p { color: #333; background: #222; transition: color 9s } }";
  await page.setContent(`<style>${faintByNight}</style><main><h1>Read</h1><p>Only by day</p></main>`);
  const found = await findingsInBothThemes(page);
  expect(found.filter((finding) => finding.includes("color-contrast"))).toEqual([
    expect.stringMatching(/^dark: color-contrast/),
  ]);
  await context.close();
});

describe.each(looks)("every page of the portal (%s)", (look, options) => {
  it.each(["visitor", "resident", "admin"] as const)("can be used and read (%s)", async (who) => {
    const { page, context, complaints } = await openTab(browser, { ...options, ...signedIn[who] });
    const seen: string[] = [];
    for (const route of portalRoutes) {
      // Nobody else's registration is there for a visitor, as the table of routes and roles shows.
      if (route === registration && who === "visitor") continue;
      const found = await lookAt(page, who, look, route);
      if (!found) continue;
      seen.push(route);
      expect.soft(found).toEqual([]);
    }
    await context.close();
    expect(complaints).toEqual([]);
    expect(seen).toContain("/ten-ocean");
    expect(seen.includes(registration)).toBe(who !== "visitor");
    expect(seen.includes("/ten-ocean/admin/registrations")).toBe(who === "admin");
  });
});

describe("the navigation", () => {
  it.each([
    ["resident", "Portal", "/ten-ocean"],
    ["admin", "Office", "/ten-ocean/admin/registrations"],
  ] as const)("is reached and followed with the keyboard alone (%s)", async (who, nav, path) => {
    const { page, context } = await openTab(browser, { ...desktop, ...signedIn[who] });
    await page.goto(`${stack.urls.web}/ten-ocean/nowhere`);
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(await focused()).toBe("Skip to the content");
    const wanted = page.getByRole("navigation", { name: nav }).getByRole("link").first();
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press("Tab");
      if (await wanted.evaluate((link) => link === document.activeElement)) break;
    }
    const outline = await wanted.evaluate((link) => getComputedStyle(link).outlineStyle);
    expect(outline).toBe("solid");
    await page.keyboard.press("Enter");
    await page.waitForURL(stack.urls.web + path);
    await expect.poll(() => wanted.getAttribute("aria-current")).toBe("page");
    await context.close();
  });

  it("opens on a phone, closes when a page is chosen, and takes the keyboard along", async () => {
    const { page, context } = await openTab(browser, { ...phone, ...signedIn.admin });
    await page.goto(`${stack.urls.web}/ten-ocean`);
    const more = page.locator("nav summary");
    const sheet = page.getByRole("navigation", { name: "Portal" });
    await more.focus();
    await page.keyboard.press("Enter");
    const registrations = sheet.getByRole("link", { name: "Registrations" });
    await registrations.waitFor();
    await screenshot(page, "portal/more-phone");
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Home");
    await registrations.click();
    await page.waitForURL(`${stack.urls.web}/ten-ocean/admin/registrations`);
    await registrations.waitFor({ state: "hidden" });
    await context.close();
  });

  it("opens on a phone without scripts", async () => {
    const options = { ...phone, ...signedIn.admin, javaScriptEnabled: false };
    const { page, context } = await openTab(browser, options);
    await page.goto(`${stack.urls.web}/ten-ocean`);
    await page.getByText("More", { exact: true }).click();
    await page.getByRole("link", { name: "Registrations", exact: true }).click();
    await page.waitForURL(`${stack.urls.web}/ten-ocean/admin/registrations`);
    await context.close();
  });

  it.each(["resident", "admin"] as const)("leads to pages that may be opened (%s)", async (who) => {
    const { page, context } = await openTab(browser, { ...desktop, ...signedIn[who] });
    await page.goto(`${stack.urls.web}/ten-ocean`);
    const paths = await page
      .locator("header nav a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(paths.length).toBeGreaterThan(6);
    for (const path of paths) {
      const response = await page.goto(stack.urls.web + path);
      expect([response?.status(), new URL(page.url()).pathname]).toEqual([200, path]);
    }
    await context.close();
  });
});
