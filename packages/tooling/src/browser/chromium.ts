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
import { root } from "../repository.ts";

const executablePath = "/usr/bin/chromium";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Debian's Chromium. @throws when it is not installed. */
export async function launchChromium(): Promise<Browser> {
  try {
    accessSync(executablePath, constants.X_OK);
  } catch {
    throw new Error(`There is no ${executablePath}. Install it with: apt-get install chromium`);
  }
  return await chromium.launch({ executablePath, args: flags });
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

/** Keeps a picture of the whole page as `.local/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const path = join(root, ".local/screenshots", `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  // A sticky header would stand in the middle of a picture taken from further down.
  await page.evaluate(`scrollTo({ top: 0, behavior: "instant" })`);
  await page.screenshot({ path, fullPage: true });
}
