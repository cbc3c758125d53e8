import { launchChromium, openTab } from "@org/tooling/chromium";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type Stage, startStage } from "./dashboard-server.ts";

const desktop = { viewport: { width: 1280, height: 800 } };

export interface Visit {
  stage: Stage;
  page: Page;
  complaints: string[];
  /** A button by its whole name. */
  button(name: string): ReturnType<Page["getByRole"]>;
  /** Sends an event from the app, waits for the run it starts and opens that. */
  openRunOf(name: string, data: Record<string, unknown>): Promise<void>;
}

type VisitOptions = BrowserContextOptions & { isConnected?: boolean; signingKey?: string };

/** One browser for the file. The function returned opens a tab on a new engine; both are closed after the test. */
export function useDashboard(): (path: string, options?: VisitOptions) => Promise<Visit> {
  let browser: Browser;
  let closeVisit: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(() => closeVisit?.());

  return async (path, { isConnected = true, signingKey, ...contextOptions } = {}) => {
    const stage = await startStage(signingKey === undefined ? {} : { signingKey });
    if (isConnected && signingKey === undefined) await stage.connect();
    const { context, page, complaints } = await openTab(browser, {
      ownOrigin: stage.server.url,
      ...desktop,
      ...contextOptions,
    });
    closeVisit = async () => {
      await context.close();
      await stage.close();
    };
    await page.goto(stage.server.url + path);
    return {
      stage,
      page,
      complaints,
      button: (name) => page.getByRole("button", { name, exact: true }),
      async openRunOf(name, data) {
        await stage.app.send(name, data);
        await page.goto(`${stage.server.url}/runs`);
        await page.locator(".run-row").first().click();
        await page.getByRole("region", { name: "Timeline" }).waitFor();
      },
    };
  };
}

/** A step's row in the timeline of the open run. */
export const step = (page: Page, name: string) => page.locator(".timeline-toggle", { hasText: name });

/** The open run's name, status and actions. */
export const heading = (page: Page) => page.locator(".run-title");
