import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Change, createSqliteStore, type RunRecord, startDevServer } from "@org/local-engine";
import { launchChromium, openTab } from "@org/tooling/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startStage } from "./dashboard-server.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function openPage(origin: string, path: string) {
  const tab = await openTab(browser, { ownOrigin: origin, viewport: { width: 1280, height: 800 } });
  onTestFinished(() => tab.context.close());
  await tab.page.goto(origin + path);
  return tab;
}

/** A state folder with finished runs, the newest last. */
function storeRuns(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-dashboard-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = createSqliteStore({ folder });
  const start = Date.now() - count;
  store.commit(
    Array.from({ length: count }, (_, position): Change => {
      const id = `run-${String(position).padStart(6, "0")}`;
      const row: RunRecord = {
        id,
        functionId: "shop-confirm-order",
        appId: "shop",
        status: "Completed",
        eventIds: [],
        queuedAt: start + position,
        startedAt: start + position,
        endedAt: start + position + 5,
        attempts: [],
        parallel: false,
        requestVersion: 2,
        rank: start,
        concurrencyKeys: [],
      };
      return { table: "runs", key: id, row };
    }),
  );
  store.close();
  return folder;
}

describe("the dashboard under load and attack", () => {
  it("reaches the oldest of 10,000 runs and draws only those in sight", async () => {
    const count = 10_000;
    const server = await startDevServer({ port: 0, stateFolder: storeRuns(count) });
    onTestFinished(() => server.close());
    const { page, complaints } = await openPage(server.url, "/runs");
    await page.locator(".run-row").first().waitFor();
    const toEnd = "document.querySelector('.window-list').scrollTo(0, 1e9)";
    const drawn = () => page.locator(".run-row").count();
    await expect
      .poll(
        async () => {
          await page.evaluate(toEnd);
          expect(await drawn()).toBeLessThan(60);
          return page.locator(".run-id").last().textContent();
        },
        { timeout: 60_000, interval: 20 },
      )
      .toBe("run-000000");
    await page.keyboard.press("k");
    expect(complaints).toEqual([]);
  });

  it("says that it is cut off, and catches up when the engine is back", async () => {
    const stage = await startStage();
    const { page } = await openPage(stage.server.url, "/events");
    await page.getByText("Live", { exact: true }).waitFor();
    const { port } = stage.server;
    await stage.server.close();
    await page.getByText("Not live. Reconnecting…").waitFor();
    const again = await startDevServer({ port });
    onTestFinished(async () => {
      await again.close();
      stage.app.close();
    });
    await stage.app.send("shop/cart.left", { cartId: "cart_9" });
    await page.locator(".event-row").waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
  });

  it("shows markup in names and data as text", async () => {
    const stage = await startStage();
    onTestFinished(() => stage.close());
    const markup = `<img src=x onerror="document.title='owned'">`;
    await stage.app.send(markup, {
      note: markup,
      [markup]: "</script><script>document.title='owned'</script>",
    });
    const { page, complaints } = await openPage(stage.server.url, "/events");
    await page.locator(".event-row").click();
    await page
      .getByRole("complementary")
      .getByRole("region", { name: "Event" })
      .getByText("</script>")
      .waitFor();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe("Events · local-engine");
    expect(complaints).toEqual([]);
  });

  it("folds a large value and loads the whole when asked", async () => {
    const stage = await startStage();
    onTestFinished(() => stage.close());
    await stage.app.send("shop/large", { text: "x".repeat(200_000), last: "the very end" });
    const { page } = await openPage(stage.server.url, "/events");
    await page.locator(".event-row").click();
    const payload = page.getByRole("complementary").getByRole("region", { name: "Event" });
    await payload.locator(".size", { hasText: /^200\.\d KB$/ }).waitFor();
    expect(await payload.textContent()).not.toContain("the very end");
    await payload.getByRole("button", { name: /Show all/ }).click();
    await expect.poll(() => payload.textContent()).toContain("the very end");
  });

  it("refuses what a page of another origin sends", async () => {
    const stage = await startStage();
    onTestFinished(() => stage.close());
    const other = createServer((_request, response) =>
      response.setHeader("content-type", "text/html").end("<p>hello</p>"),
    );
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const { page } = await openPage(origin, "/");
    const target = JSON.stringify(`${stage.server.url}/e/key`);
    const body = JSON.stringify(JSON.stringify({ name: "shop/order.created", data: {} }));
    await page.evaluate(`fetch(${target}, { method: "POST", mode: "no-cors", body: ${body} })`);
    expect(stage.server.engine.events()).toEqual([]);
  });
});
