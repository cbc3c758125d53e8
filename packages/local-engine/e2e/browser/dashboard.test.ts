import { type DevServer, startDevServer } from "@org/local-engine";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium, openTab, screenshot } from "./chromium.ts";
import { startExampleApp } from "./example-app.ts";

const examples = { "shop/order.created": [{ orderId: "ord_example", shopId: "shop_1", total: 900 }] };

describe("the dashboard", () => {
  let browser: Browser;
  let server: DevServer;
  let app: Awaited<ReturnType<typeof startExampleApp>>;
  let tab: Awaited<ReturnType<typeof openTab>>;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    server = await startDevServer({ port: 0, examples });
    app = await startExampleApp(server.url);
    const synced = await server.engine.apps();
    expect(synced).toEqual([]);
    tab = await openTab(browser, server.url, { viewport: { width: 1280, height: 800 } });
    page = tab.page;
  });
  afterEach(async () => {
    await tab.context.close();
    await server.close();
    app.close();
    expect(tab.complaints).toEqual([]);
  });

  it("takes screenshots", async () => {
    await page.goto(server.url);
    await page.getByText("No events yet").waitFor();
    await screenshot(page, "empty");
    await page.goto(`${server.url}/functions`);
    await page.getByLabel("Add an app").fill(app.url);
    await page.getByRole("button", { name: "Connect" }).click();
    await page.getByText("In sync").waitFor();
    for (let index = 0; index < 12; index++)
      await app.send("shop/order.created", { orderId: `ord_${index}`, shopId: "shop_1", total: 100 * index });
    await app.send("shop/payment.due", { orderId: "ord_4", card: { last4: "4242" } });
    await app.send("shop/cart.left", { cartId: "cart_9" });
    await screenshot(page, "functions");
    await page.getByText("Confirm order").click();
    await page.getByText("Last runs").waitFor();
    await screenshot(page, "function");
    await page.goto(`${server.url}/events`);
    await page.getByText("shop/cart.left").waitFor();
    await screenshot(page, "events");
    await page.locator("strong", { hasText: "shop/payment.due" }).click();
    await page.getByRole("complementary").getByText("Charge card").waitFor();
    await screenshot(page, "event");
    await page.goto(`${server.url}/runs`);
    await page.locator("strong", { hasText: "Charge card" }).waitFor();
    await screenshot(page, "runs");
    await page.locator("strong", { hasText: "Charge card" }).click();
    await page.getByText("card_declined").first().waitFor();
    await screenshot(page, "run-failed");
    await page.goto(`${server.url}/runs?function=shop-remind-later`);
    await page.locator(".run-row").first().click();
    await page.getByText("wait-a-week").click();
    await screenshot(page, "run-sleeping");
    await page.goto(`${server.url}/runs?function=shop-confirm-order`);
    await page.locator(".run-row").first().click();
    await page.getByText("price-order").click();
    await screenshot(page, "run-completed");
    await page.goto(`${server.url}/send`);
    await page.locator("strong", { hasText: "shop/payment.due" }).click();
    await screenshot(page, "send");
    await page.emulateMedia({ colorScheme: "dark" });
    await screenshot(page, "send-dark");
    await page.goto(`${server.url}/runs`);
    await page.locator("strong", { hasText: "Charge card" }).waitFor();
    await screenshot(page, "runs-dark");
    await page.locator("strong", { hasText: "Charge card" }).click();
    await page.getByText("card_declined").first().waitFor();
    await screenshot(page, "run-failed-dark");
    await page.setViewportSize({ width: 360, height: 740 });
    await screenshot(page, "run-failed-mobile-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(`${server.url}/runs`);
    await page.locator("strong", { hasText: "Charge card" }).waitFor();
    await screenshot(page, "runs-mobile");
    await page.goto(`${server.url}/events`);
    await page.getByText("shop/cart.left").waitFor();
    await screenshot(page, "events-mobile");
    await page.goto(`${server.url}/functions`);
    await page.getByText("In sync").waitFor();
    await screenshot(page, "functions-mobile");
  });
});
