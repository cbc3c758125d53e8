import { accessSync, constants } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

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

/** A tab of its own, and everything that went wrong in it: script errors, refused resources, policy violations. */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  return { context, page, complaints };
}

const screenshots = join(import.meta.dirname, "../../../../.local/screenshots");

/** Keeps a picture of the whole page in `.local/screenshots`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  // A sticky header would stand in the middle of a picture taken from further down.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}
