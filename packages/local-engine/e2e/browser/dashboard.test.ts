import { screenshot } from "@org/tooling/chromium";
import { describe, expect, it } from "vitest";
import { heading, step, useDashboard } from "./dashboard-visit.ts";

const order = { orderId: "ord_1", shopId: "shop_1", total: 100 };
const open = useDashboard();

describe("a new engine", () => {
  it("says what to do, and takes in an app by its address", async () => {
    const { stage, page, button, complaints } = await open("/", { isConnected: false });
    await page.getByText("No events yet").waitFor();
    await screenshot(page, "dashboard/empty-events");
    await page.goto(`${stage.server.url}/runs`);
    await page.getByText("No runs yet").waitFor();
    await page.goto(`${stage.server.url}/functions`);
    await page.getByText("No app is connected").waitFor();
    await page.getByLabel("Add an app").fill(stage.app.url);
    await button("Connect").click();
    await page.getByText("In sync").waitFor();
    await page.getByRole("link", { name: /Nightly report/ }).waitFor();
    await screenshot(page, "dashboard/functions");
    expect(complaints).toEqual([]);
  });

  it("says beside the field why an app could not be reached", async () => {
    const { stage, page, button } = await open("/functions", { isConnected: false });
    await page.getByLabel("Add an app").fill(`${stage.server.url}/nowhere`);
    await button("Connect").click();
    await page.locator(".add-app [role=alert]", { hasText: "but not as an Inngest app" }).waitFor();
    await page.getByText("Not reached").waitFor();
  });
});

describe("sending", () => {
  it("points at a mistake, sends an example and shows the run from queue to output", async () => {
    const { page, button, complaints } = await open("/send");
    await page.getByLabel("Event as JSON").fill('{\n  "name": "shop/order.created",\n  "data": {,}\n}');
    await page.getByText("Line 3, column 12").waitFor();
    expect(await button("Send").isDisabled()).toBe(true);
    await button("Example 1").click();
    await screenshot(page, "dashboard/send");
    await button("Send").click();
    await page.locator(".sent").getByText("Confirm order").click();
    await heading(page).getByText("Completed").waitFor();
    await step(page, "price-order").click();
    await page.getByRole("region", { name: "Input" }).getByText('"ord_example"').waitFor();
    await page.locator(".step-detail").getByRole("region", { name: "Output" }).getByText('"tax"').waitFor();
    expect(await page.locator(".bar.succeeded").count()).toBe(2);
    expect(await page.locator(".bar.sleep").count()).toBe(1);
    await screenshot(page, "dashboard/run-completed");
    expect(complaints).toEqual([]);
  });

  it("doubts data that is not as its schema says while it is typed, and sends it all the same", async () => {
    const { page, button, complaints } = await open("/send");
    const field = page.getByLabel("Event as JSON");
    await field.fill('{\n  "name": "shop/order.created",\n  "data": {"orderId": 5, "total": 1}\n}');
    await page.getByText('Line 3, column 23: "data.orderId" is not as its schema says').waitFor();
    await screenshot(page, "dashboard/send-doubtful");
    await field.fill('{\n  "name": "shop/order.created",\n  "data": {"orderId": "ord_5"}\n}');
    await page.getByText('it lacks "total"').waitFor();
    await button("Send all the same").waitFor();
    await field.fill('{\n  "name": "shop/order.created",\n  "data": {"orderId": "ord_5", "total": 1}\n}');
    await page.getByText("Valid", { exact: true }).waitFor();
    await button("Send").click();
    await page.locator(".sent").getByText("Confirm order").waitFor();
    expect(complaints).toEqual([]);
  });

  it("leads to the system that the engine is part of", async () => {
    const { page } = await open("/events");
    const link = page.getByRole("link", { name: "Console" });
    expect(await link.getAttribute("href")).toBe("http://127.0.0.1:9/operations/workflows");
  });

  it("begins from the last event of a name, and replays a stored one", async () => {
    const { stage, page, button } = await open("/events");
    await stage.app.send("shop/cart.left", { cartId: "cart_9" });
    await page.locator(".event-row", { hasText: "shop/cart.left" }).click();
    await page.getByRole("complementary").getByText("Remind later").waitFor();
    await screenshot(page, "dashboard/event");
    const before = page.url();
    await button("Replay").click();
    await page.waitForURL((url) => url.href !== before);
    await expect.poll(() => page.locator(".event-row", { hasText: "shop/cart.left" }).count()).toBe(2);
    await page.goto(`${stage.server.url}/send`);
    await page.getByRole("button", { name: /shop\/cart\.left/ }).click();
    await expect.poll(() => page.getByLabel("Event as JSON").inputValue()).toContain("cart_9");
  });

  it("invokes a function with data", async () => {
    const { page, button } = await open("/functions/shop-confirm-order");
    await page.getByText("5 steps at a time, for each event.data.shopId").waitFor();
    await screenshot(page, "dashboard/function");
    await page.getByLabel("Data to invoke with").fill(JSON.stringify({ ...order, orderId: "ord_invoked" }));
    await button("Invoke").click();
    await heading(page).getByText("Completed").waitFor();
    await page.getByRole("region", { name: "Output", exact: true }).getByText('"ord_invoked"').waitFor();
  });
});

describe("finding", () => {
  it("searches events and runs, and filters runs", async () => {
    const { stage, page, complaints } = await open("/events");
    await stage.app.send("shop/cart.left", { cartId: "cart_needle" });
    await stage.app.send("shop/payment.due", { orderId: "ord_4" });
    await page.locator(".event-row").nth(1).waitFor();
    await screenshot(page, "dashboard/events");
    await page.getByLabel("Search name, id or data").fill("needle");
    await expect.poll(() => page.locator(".event-row").count()).toBe(1);
    await page.getByLabel("Search name, id or data").fill("nothing of the kind");
    await page.getByText("No event matches").waitFor();

    await page.goto(`${stage.server.url}/runs`);
    await expect.poll(() => page.locator(".run-row").count()).toBe(2);
    await screenshot(page, "dashboard/runs");
    await page.getByLabel("Search id, data, output or error").fill("cart_needle");
    await expect
      .poll(() => page.locator(".run-row").allTextContents())
      .toEqual([expect.stringContaining("Remind later")]);
    await page.getByLabel("Search id, data, output or error").fill("");
    await page.getByLabel("Status").selectOption("Failed");
    await expect
      .poll(() => page.locator(".run-row").allTextContents())
      .toEqual([expect.stringContaining("Charge card")]);
    await page.getByLabel("Function", { exact: true }).selectOption("shop-remind-later");
    await page.getByText("No run matches").waitFor();
    expect(complaints).toEqual([]);
  });

  it("is driven by the keyboard alone", async () => {
    const { stage, page } = await open("/events");
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
    await screenshot(page, "dashboard/keys");
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
    const { stage, page, openRunOf } = await open("/events", { colorScheme: "dark" });
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
    await screenshot(page, "dashboard/run-failed-dark");
    await page.goto(`${stage.server.url}/runs`);
    await page.locator(".run-row").first().waitFor();
    await screenshot(page, "dashboard/runs-dark");
  });

  it("fits a telephone of 360 pixels without scrolling sideways", async () => {
    const { stage, page } = await open("/events", { viewport: { width: 360, height: 740 } });
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
      await screenshot(page, `dashboard/mobile${path.replaceAll("/", "-")}`);
    }
    await page.goto(`${stage.server.url}/runs`);
    await page.locator(".run-row").first().click();
    await page.locator(".step-detail").waitFor();
    expect(await width()).toBeLessThanOrEqual(360);
    await screenshot(page, "dashboard/mobile-run");
  });
});
