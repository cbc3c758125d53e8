import { accessSync, constants } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { inject } from "vitest";
import { root } from "../repository.ts";

/** The shell is the same browser without its windows, which nobody sees: a page costs it a third less of the processor. */
const shell = "/usr/bin/chromium-headless-shell";
const whole = "/usr/bin/chromium";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A renderer that stands by for another site's page.
  "--disable-features=SpareRendererForSitePerProcess",
];

/**
 * Debian's Chromium, its headless shell where that is installed too.
 *
 * @param options whether the page shows `notifications`, which the shell denies whatever is permitted.
 * @throws when it is not installed.
 */
export async function launchChromium({ notifications = false } = {}): Promise<Browser> {
  const executablePath = !notifications && isExecutable(shell) ? shell : whole;
  if (!isExecutable(executablePath))
    throw new Error(`There is no ${executablePath}. Install it with: apt-get install chromium`);
  return await chromium.launch({ executablePath, args: flags });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface TabOptions extends BrowserContextOptions {
  /** Everything that is asked of another origin is a complaint. */
  ownOrigin?: string;
}

export interface Tab {
  context: BrowserContext;
  page: Page;
  /** Everything that went wrong in it: script errors, refused resources, policy violations, foreign requests. */
  complaints: string[];
}

/** A tab of its own. */
export async function openTab(browser: Browser, { ownOrigin, ...options }: TabOptions = {}): Promise<Tab> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on("request", (request) => {
    if (ownOrigin === undefined || new URL(request.url()).origin === ownOrigin) return;
    complaints.push(`a foreign request: ${request.url()}`);
  });
  return { context, page, complaints };
}

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether somebody looks at pictures of the pages. */
    pictures: boolean;
  }
}

/**
 * Keeps a picture of the whole page as `.local/screenshots/<name>.png`, where somebody looks at pictures: each costs as
 * much of the processor as the page.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!inject("pictures")) return;
  const path = join(root, ".local/screenshots", `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  // A sticky header would stand in the middle of a picture taken from further down.
  await page.evaluate(`scrollTo({ top: 0, behavior: "instant" })`);
  await page.screenshot({ path, fullPage: true });
}
