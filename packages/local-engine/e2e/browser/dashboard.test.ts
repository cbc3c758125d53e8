import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, openTab, screenshot } from "./chromium.ts";
import { type Stage, startStage } from "./dashboard-server.ts";

const desktop = { viewport: { width: 1280, height: 800 } };
const order = { orderId: "ord_1", shopId: "shop_1", total: 100 };

let browser: Browser;
let stage: Stage;
let page: Page;
let tab: Awaited<ReturnType<typeof openTab>>;

/** Opens a tab on a new engine; `isConnected: false` leaves the app unknown to it. */
async function open(path: string, options: BrowserContextOptions & { isConnected?: boolean } = {}) {
  const { isConnected = true, ...contextOptions } = options;
  stage = await startStage();
  if (isConnected) await stage.connect();
  tab = await openTab(browser, stage.server.url, { ...desktop, ...contextOptions });
  page = tab.page;
  await page.goto(stage.server.url + path);
}

/** Sends an event from the app, waits for the run it starts and opens that. */
async function openRunOf(name: string, data: Record<string, unknown>) {
  await stage.app.send(name, data);
  await page.goto(`${stage.server.url}/runs`);
  await page.locator(".run-row").first().click();
  await page.getByRole("region", { name: "Timeline" }).waitFor();
}

const step = (name: string) => page.locator(".timeline-toggle", { hasText: name });
const heading = () => page.locator(".run-title");
const button = (name: string) => page.getByRole("button", { name, exact: true });

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
afterEach(async () => {
  await tab.context.close();
  await stage.close();
});

describe("a new engine", () => {
  it("says what to do, and takes in an app by its address", async () => {
    await open("/", { isConnected: false });
    await page.getByText("No events yet").waitFor();
    await screenshot(page, "empty-events");
    await page.goto(`${stage.server.url}/runs`);
    await page.getByText("No runs yet").waitFor();
    await page.goto(`${stage.server.url}/functions`);
    await page.getByText("No app is connected").waitFor();
    await page.getByLabel("Add an app").fill(stage.app.url);
    await button("Connect").click();
    await page.getByText("In sync").waitFor();
    await page.getByRole("link", { name: /Nightly report/ }).waitFor();
    await screenshot(page, "functions");
    expect(tab.complaints).toEqual([]);
  });

  it("says beside the field why an app could not be reached", async () => {
    await open("/functions", { isConnected: false });
    await page.getByLabel("Add an app").fill(`${stage.server.url}/nowhere`);
    await button("Connect").click();
    await page.locator(".add-app [role=alert]", { hasText: "but not as an Inngest app" }).waitFor();
    await page.getByText("Not reached").waitFor();
  });
});

describe("sending", () => {
  it("points at a mistake, sends an example and shows the run from queue to output", async () => {
    await open("/send");
    await page.getByLabel("Event as JSON").fill('{\n  "name": "shop/order.created",\n  "data": {,}\n}');
    await page.getByText("Line 3, column 12").waitFor();
    expect(await button("Send").isDisabled()).toBe(true);
    await button("Example 1").click();
    await screenshot(page, "send");
    await button("Send").click();
    await page.locator(".sent").getByText("Confirm order").click();
    await heading().getByText("Completed").waitFor();
    await step("price-order").click();
    await page.getByRole("region", { name: "Input" }).getByText('"ord_example"').waitFor();
    await page.locator(".step-detail").getByRole("region", { name: "Output" }).getByText('"tax"').waitFor();
    expect(await page.locator(".bar.succeeded").count()).toBe(2);
    expect(await page.locator(".bar.sleep").count()).toBe(1);
    await screenshot(page, "run-completed");
    expect(tab.complaints).toEqual([]);
  });

  it("begins from the last event of a name, and replays a stored one", async () => {
    await open("/events");
    await stage.app.send("shop/cart.left", { cartId: "cart_9" });
    await page.getByText("shop/cart.left").click();
    await page.getByRole("complementary").getByText("Remind later").waitFor();
    await screenshot(page, "event");
    const before = page.url();
    await button("Replay").click();
    await page.waitForURL((url) => url.href !== before);
    await expect.poll(() => page.locator(".event-row", { hasText: "shop/cart.left" }).count()).toBe(2);
    await page.goto(`${stage.server.url}/send`);
    await page.getByRole("button", { name: /shop\/cart\.left/ }).click();
    await expect.poll(() => page.getByLabel("Event as JSON").inputValue()).toContain("cart_9");
  });

  it("invokes a function with data", async () => {
    await open("/functions/shop-confirm-order");
    await page.getByText("5 steps at a time, for each event.data.shopId").waitFor();
    await screenshot(page, "function");
    await page.getByLabel("Data to invoke with").fill(JSON.stringify({ ...order, orderId: "ord_invoked" }));
    await button("Invoke").click();
    await heading().getByText("Completed").waitFor();
    await page.getByRole("region", { name: "Output", exact: true }).getByText('"ord_invoked"').waitFor();
  });
});

describe("a run", () => {
  it("shows the step that failed with its stack, and reruns", async () => {
    await open("/runs");
    await openRunOf("shop/payment.due", { orderId: "ord_4" });
    await page.locator(".step-detail .stack", { hasText: "example-app.ts" }).waitFor();
    await page.locator(".step-detail .error-message", { hasText: "card_declined" }).waitFor();
    await screenshot(page, "run-failed");
    const first = page.url();
    await page.locator(".run-title").getByRole("button", { name: "Rerun" }).click();
    await page.waitForURL((url) => url.href !== first);
    await heading().getByText("Failed").waitFor();
    await page.getByRole("link", { name: first.split("/").at(-1) ?? "" }).waitFor();
    const second = page.url();
    await button("Rerun from here").click();
    await page.waitForURL((url) => url.href !== second);
    await page.locator(".timeline-row", { hasText: "reserve" }).getByText("kept").first().waitFor();
  });

  it("reruns from a step with edited input", async () => {
    await open("/runs");
    await openRunOf("shop/order.created", order);
    await heading().getByText("Completed").waitFor();
    await step("price-order").click();
    await button("Rerun with other input").click();
    await page.getByLabel("Arguments of the step").fill('{"total": 5}');
    await page.getByText("the arguments are a list").waitFor();
    await page.getByLabel("Arguments of the step").fill('[{"orderId": "ord_edited", "total": 1000}]');
    await button("Rerun with this input").click();
    await page.getByRole("region", { name: "Output", exact: true }).getByText("1180").waitFor();
  });

  it("counts down a sleep, skips it, and goes on", async () => {
    await open("/runs");
    await openRunOf("shop/cart.left", { cartId: "cart_9" });
    await step("wait-a-week").getByText("in 6 d 23 h").waitFor();
    await step("wait-a-week").click();
    await screenshot(page, "run-sleeping");
    await button("Skip sleep").click();
    await heading().getByText("Completed").waitFor();
    await step("send-reminder").waitFor();
    expect(tab.complaints).toEqual([]);
  });

  it("says that the app is gone", async () => {
    await open("/runs");
    await openRunOf("shop/cart.left", { cartId: "cart_9" });
    stage.app.close();
    await fetch(`${stage.server.url}/dashboard/api/apps/sync`, {
      method: "POST",
      body: JSON.stringify({ url: stage.app.url }),
    });
    await page.getByText("The app “shop” is not in sync").waitFor();
  });

  it("cancels a sleeping run", async () => {
    await open("/runs");
    await openRunOf("shop/cart.left", { cartId: "cart_9" });
    await button("Cancel").click();
    await heading().getByText("Cancelled").waitFor();
    expect(await button("Cancel").count()).toBe(0);
  });

  it("says at the button why an action was refused", async () => {
    await open("/runs");
    await openRunOf("shop/cart.left", { cartId: "cart_9" });
    await page.route("**/cancel", (route) =>
      route.fulfill({ status: 409, json: { error: "the run has ended already." } }),
    );
    await button("Cancel").click();
    await page.locator(".run-title [role=alert]", { hasText: "the run has ended already." }).waitFor();
  });
});

describe("finding", () => {
  it("searches events and runs, and filters runs", async () => {
    await open("/events");
    await stage.app.send("shop/cart.left", { cartId: "cart_needle" });
    await stage.app.send("shop/payment.due", { orderId: "ord_4" });
    await page.locator(".event-row").nth(1).waitFor();
    await screenshot(page, "events");
    await page.getByLabel("Search name, id or data").fill("needle");
    await expect.poll(() => page.locator(".event-row").count()).toBe(1);
    await page.getByLabel("Search name, id or data").fill("nothing of the kind");
    await page.getByText("No event matches").waitFor();

    await page.goto(`${stage.server.url}/runs`);
    await expect.poll(() => page.locator(".run-row").count()).toBe(2);
    await screenshot(page, "runs");
    await page.getByLabel("Search run id or event").fill("cart_needle");
    await expect
      .poll(() => page.locator(".run-row").allTextContents())
      .toEqual([expect.stringContaining("Remind later")]);
    await page.getByLabel("Search run id or event").fill("");
    await page.getByLabel("Status").selectOption("Failed");
    await expect
      .poll(() => page.locator(".run-row").allTextContents())
      .toEqual([expect.stringContaining("Charge card")]);
    await page.getByLabel("Function").selectOption("shop-remind-later");
    await page.getByText("No run matches").waitFor();
    expect(tab.complaints).toEqual([]);
  });

  it("is driven by the keyboard alone", async () => {
    await open("/events");
    await stage.app.send("shop/payment.due", { orderId: "ord_4" });
    await stage.app.send("shop/cart.left", { cartId: "cart_9" });
    await page.locator(".event-row").nth(1).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await page.locator(":focus").textContent()).toContain("shop/payment.due");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary").getByText("Charge card").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("complementary").count()).toBe(0);
    await page.keyboard.press("/");
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Search name, id or data");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await screenshot(page, "keys");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await page.getByRole("heading", { name: "Runs" }).waitFor();
    await page.locator(".run-row").nth(1).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Timeline" }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".step-detail").first().waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await page.getByRole("heading", { name: "Functions" }).waitFor();
  });
});

describe("looks", () => {
  it("follows the system's theme until one is chosen, which stays", async () => {
    await open("/events", { colorScheme: "dark" });
    const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    expect(await ground()).toBe("rgb(15, 17, 23)");
    await page.getByRole("button", { name: /Theme: as the system/ }).click();
    expect(await ground()).toBe("rgb(251, 251, 253)");
    await page.reload();
    expect(await ground()).toBe("rgb(251, 251, 253)");
    await page.getByRole("button", { name: /Theme: light/ }).click();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await ground()).toBe("rgb(15, 17, 23)");
    await openRunOf("shop/payment.due", { orderId: "ord_4" });
    await page.locator(".step-detail").waitFor();
    await screenshot(page, "run-failed-dark");
    await page.goto(`${stage.server.url}/runs`);
    await page.locator(".run-row").first().waitFor();
    await screenshot(page, "runs-dark");
  });

  it("fits a telephone of 360 pixels without scrolling sideways", async () => {
    await open("/events", { viewport: { width: 360, height: 740 } });
    await stage.app.send("shop/order.created", order);
    await stage.app.send("shop/payment.due", { orderId: "ord_4" });
    await page.locator(".event-row").nth(1).waitFor();
    const width = () => page.evaluate<number>("document.querySelector('main').scrollWidth");
    for (const path of ["/events", "/runs", "/functions", "/functions/shop-confirm-order", "/send"]) {
      await page.goto(stage.server.url + path);
      await page
        .locator(".event-row:visible, .run-row:visible, .function-link:visible, .panel, .event-names .name")
        .first()
        .waitFor();
      expect(await width(), path).toBeLessThanOrEqual(360);
      await screenshot(page, `mobile${path.replaceAll("/", "-")}`);
    }
    await page.goto(`${stage.server.url}/runs`);
    await page.locator(".run-row").first().click();
    await page.locator(".step-detail").waitFor();
    expect(await width()).toBeLessThanOrEqual(360);
    await screenshot(page, "mobile-run");
  });
});
