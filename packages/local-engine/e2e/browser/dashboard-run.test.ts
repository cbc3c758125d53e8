import { screenshot } from "@org/tooling/chromium";
import { describe, expect, it } from "vitest";
import { heading, step, useDashboard } from "./dashboard-visit.ts";

const order = { orderId: "ord_1", shopId: "shop_1", total: 100 };
const open = useDashboard();

describe("a run", () => {
  it("shows the step that failed with its stack, and reruns", async () => {
    const { page, button, openRunOf } = await open("/runs");
    await openRunOf("shop/payment.due", { orderId: "ord_4" });
    await page.locator(".step-detail .stack", { hasText: "example-app.ts" }).waitFor();
    await page.locator(".step-detail .error-message", { hasText: "card_declined" }).waitFor();
    await screenshot(page, "dashboard/run-failed");
    const first = page.url();
    await page.locator(".run-title").getByRole("button", { name: "Rerun" }).click();
    await page.waitForURL((url) => url.href !== first);
    await heading(page).getByText("Failed").waitFor();
    await page.getByRole("link", { name: first.split("/").at(-1) ?? "" }).waitFor();
    const second = page.url();
    await button("Rerun from here").click();
    await page.waitForURL((url) => url.href !== second);
    await page.locator(".timeline-row", { hasText: "reserve" }).getByText("kept").first().waitFor();
  });

  it("reruns from a step with edited input", async () => {
    const { page, button, openRunOf } = await open("/runs");
    await openRunOf("shop/order.created", order);
    await heading(page).getByText("Completed").waitFor();
    await step(page, "price-order").click();
    await button("Rerun with other input").click();
    await page.getByLabel("Arguments of the step").fill('{"total": 5}');
    await page.getByText("the arguments are a list").waitFor();
    await page.getByLabel("Arguments of the step").fill('[{"orderId": "ord_edited", "total": 1000}]');
    await button("Rerun with this input").click();
    await page.getByRole("region", { name: "Output", exact: true }).getByText("1180").waitFor();
  });

  it("counts down a sleep, skips it, and goes on", async () => {
    const { page, button, openRunOf, complaints } = await open("/runs");
    await openRunOf("shop/cart.left", { cartId: "cart_9" });
    await step(page, "wait-a-week").getByText("in 6 d 23 h").waitFor();
    await step(page, "wait-a-week").click();
    await screenshot(page, "dashboard/run-sleeping");
    await button("Skip sleep").click();
    await heading(page).getByText("Completed").waitFor();
    await step(page, "send-reminder").waitFor();
    expect(complaints).toEqual([]);
  });

  it("says that the app is gone", async () => {
    const { stage, page, openRunOf } = await open("/runs");
    await openRunOf("shop/cart.left", { cartId: "cart_9" });
    stage.app.close();
    await fetch(`${stage.server.url}/dashboard/api/apps/sync`, {
      method: "POST",
      body: JSON.stringify({ url: stage.app.url }),
    });
    await page.getByText("The app “shop” is not in sync").waitFor();
  });

  it("cancels a sleeping run", async () => {
    const { page, button, openRunOf } = await open("/runs");
    await openRunOf("shop/cart.left", { cartId: "cart_9" });
    await button("Cancel").click();
    await heading(page).getByText("Cancelled").waitFor();
    expect(await button("Cancel").count()).toBe(0);
  });

  it("says at the button why an action was refused", async () => {
    const { page, button, openRunOf } = await open("/runs");
    await openRunOf("shop/cart.left", { cartId: "cart_9" });
    await page.route("**/cancel", (route) =>
      route.fulfill({ status: 409, json: { error: "the run has ended already." } }),
    );
    await button("Cancel").click();
    await page.locator(".run-title [role=alert]", { hasText: "the run has ended already." }).waitFor();
  });
});
