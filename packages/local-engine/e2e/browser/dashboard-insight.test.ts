import { accessibilityFindings, findingsInBothThemes } from "@org/tooling/accessibility";
import { screenshot } from "@org/tooling/chromium";
import { describe, expect, it } from "vitest";
import { heading, step, useDashboard, type Visit } from "./dashboard-visit.ts";

const order = { orderId: "ord_1", shopId: "shop_1", total: 100 };
const open = useDashboard();

/** Sends one of everything, and waits until the engine has done with it what it can. */
async function sendSome({ stage, page }: Visit): Promise<void> {
  await stage.app.send("shop/order.created", order);
  await stage.app.send("shop/payment.due", { orderId: "ord_4" });
  await stage.app.send("shop/order.delivered", { orderId: "ord_7" });
  const ended = () => stage.server.engine.runs({}).filter(({ endedAt }) => endedAt !== undefined).length;
  await expect.poll(ended, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => stage.server.engine.runs({}).length, { timeout: 20_000 }).toBe(4);
  await page.reload();
}

describe("finding more", () => {
  it("filters events and runs by name, function, status and time, in the address", async () => {
    const visit = await open("/events");
    const { stage, page, complaints } = visit;
    await sendSome(visit);
    const rows = () => page.locator(".event-row").allTextContents();
    await expect.poll(rows).toHaveLength(4);
    await page.getByLabel("Event name").selectOption("shop/cart.left");
    await expect.poll(rows).toEqual([expect.stringContaining("cart_told")]);
    await page.getByLabel("Event name").selectOption("");
    await page.getByLabel("Status").selectOption("Failed");
    await expect.poll(rows).toEqual([expect.stringContaining("shop/payment.due")]);
    await page.getByLabel("Function", { exact: true }).selectOption("shop-confirm-order");
    await page.getByText("No event matches").waitFor();
    expect(page.url()).toContain("status=Failed&function=shop-confirm-order");
    await page.reload();
    await page.getByText("No event matches").waitFor();
    await page.goto(`${stage.server.url}/events`);
    await page.getByLabel("Time").selectOption("custom");
    await page.getByLabel("To", { exact: true }).fill("2020-01-01T00:00");
    await page.getByLabel("To", { exact: true }).blur();
    await page.getByText("No event matches").waitFor();
    await screenshot(page, "dashboard/events-time");
    await page.getByLabel("Time").selectOption("900000");
    await expect.poll(rows).toHaveLength(4);
    await page.goto(`${stage.server.url}/runs?name=shop/order.created`);
    await expect
      .poll(() => page.locator(".run-row").allTextContents())
      .toEqual([expect.stringContaining("Confirm order")]);
    await page.goto(`${stage.server.url}/runs?search=card_declined`);
    await expect
      .poll(() => page.locator(".run-row").allTextContents())
      .toEqual([expect.stringContaining("Charge card")]);
    expect(complaints).toEqual([]);
  });
});

describe("a search that takes long", () => {
  it("goes on by itself through older rows, and says so", async () => {
    const { stage, page } = await open("/events");
    await stage.app.send("shop/cart.left", { cartId: "cart_needle" });
    const isSeen = page.getByText("Looking through older ones…").waitFor();
    const isNeedle = ({ pathname, searchParams }: URL) =>
      pathname === "/dashboard/api/events" && searchParams.get("search") === "needle";
    await page.route(isNeedle, async (route) => {
      if (new URL(route.request().url()).searchParams.has("before"))
        await isSeen.then(() => route.continue());
      else await route.fulfill({ json: { rows: [], next: "1" } });
    });
    await page.getByLabel("Search name, id or data").fill("needle");
    await isSeen;
    await page.locator(".event-row", { hasText: "cart_needle" }).waitFor();
    await expect.poll(() => page.getByText("Looking through older ones…").count()).toBe(0);
  });
});

describe("metrics", () => {
  it("shows figures of all functions, and the course of one as charts with a table", async () => {
    const visit = await open("/metrics");
    const { page, complaints } = visit;
    await sendSome(visit);
    const row = page.locator(".metrics-table tr", { hasText: "Charge card" });
    await expect.poll(() => row.textContent()).toContain("100 %");
    await screenshot(page, "dashboard/metrics");
    await row.getByRole("link").click();
    await page.getByRole("heading", { name: "Charge card" }).waitFor();
    await page.getByRole("img", { name: /^Failure rate, highest 100 %/ }).waitFor();
    expect(await page.locator(".bars.bad rect").count()).toBe(1);
    await page.getByLabel("Time").selectOption("900000");
    await page.waitForURL(/since=900000/);
    await page.locator(".chart", { hasText: "Duration" }).getByText("Figures").click();
    await page.getByRole("region", { name: "Duration, figures" }).waitFor();
    await screenshot(page, "dashboard/metrics-function");
    expect(complaints).toEqual([]);
  });
});

describe("a cascade", () => {
  it("leads from an event to its runs, their steps and further events, and to each of them", async () => {
    const visit = await open("/events");
    const { page, complaints } = visit;
    await sendSome(visit);
    await page.locator(".event-row", { hasText: "shop/cart.left" }).click();
    await page.getByRole("complementary").getByRole("link", { name: "Cascade" }).click();
    await page.locator(".cascade-link.event", { hasText: "shop/order.delivered" }).waitFor();
    await page.locator(".cascade-step", { hasText: "tell-the-shop" }).waitFor();
    expect(await page.locator("[aria-current=true]").textContent()).toContain("shop/cart.left");
    await screenshot(page, "dashboard/cascade");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await heading(page).getByText("Ask for a rating").waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("pausing", () => {
  it("holds a function's runs, shows that everywhere, and lets them go on", async () => {
    const { stage, page, button, openRunOf, complaints } = await open("/functions/shop-remind-later");
    await stage.app.send("shop/cart.left", { cartId: "cart_1" });
    await page.getByRole("region", { name: "Last runs" }).getByRole("link").first().waitFor();
    await button("Pause").click();
    await screenshot(page, "dashboard/pause");
    await button("Hold them before their next step").click();
    await page.getByRole("complementary").getByText("Paused since").waitFor();
    await page.getByText("1 function is paused: Remind later").waitFor();
    await page.locator(".function-link", { hasText: "Remind later" }).getByText("Paused").waitFor();
    await screenshot(page, "dashboard/paused");
    await openRunOf("shop/cart.left", { cartId: "cart_2" });
    await heading(page).getByText("Skipped").waitFor();
    await page.goto(`${stage.server.url}/runs?status=Running`);
    await page.locator(".run-row").click();
    await page.getByText("Paused since").waitFor();
    await step(page, "wait-a-week").click();
    await button("Skip sleep").click();
    await heading(page).getByText("Running").waitFor();
    await page.goto(`${stage.server.url}/functions/shop-remind-later`);
    await button("Resume").click();
    await expect.poll(() => page.getByText("Paused since").count()).toBe(0);
    await page.goto(`${stage.server.url}/runs?status=Completed`);
    await page.locator(".run-row", { hasText: "Remind later" }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("many runs at once", () => {
  it("counts, replays and says how it went; the same for cancelling", async () => {
    const visit = await open("/runs?status=Failed");
    const { stage, page, button, complaints } = visit;
    await sendSome(visit);
    await button("Many at once").click();
    await page.getByText("1 run matches.").waitFor();
    await page.getByLabel("Completed").check();
    await page.getByText("2 runs match.").waitFor();
    await page.getByLabel("Completed").uncheck();
    await screenshot(page, "dashboard/bulk");
    await button("Replay 1 run").click();
    await page.getByText("Done: 1 run replayed.").waitFor();
    await screenshot(page, "dashboard/bulk-done");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".run-row", { hasText: "rerun" }).count()).toBe(1);
    await page.goto(`${stage.server.url}/runs?function=shop-remind-later`);
    await button("Many at once").click();
    await page.getByLabel("What to do").selectOption("cancel");
    await button("Cancel 1 run").click();
    await page.getByText("Done: 1 run cancelled.").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".run-row").getByText("Cancelled", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("a run", () => {
  it("goes on with an event of one's own, and without one", async () => {
    const { page, button, openRunOf, complaints } = await open("/runs");
    await openRunOf("shop/order.delivered", { orderId: "ord_7" });
    await page.goto(page.url().replace(/runs\/.*/, "runs?function=shop-ask-for-rating"));
    await page.locator(".run-row").click();
    await step(page, "rating").click();
    await button("Go on with an event").click();
    await page.getByLabel("Data of the event").fill("[]");
    await page.getByText("the data is an object").waitFor();
    await page.getByLabel("Data of the event").fill('{"stars": 5}');
    await screenshot(page, "dashboard/end-wait");
    await button("Go on with this event").click();
    await heading(page).getByText("Completed").waitFor();
    await page
      .locator(".run-page > .payload", { hasText: "Output" })
      .getByText("5", { exact: true })
      .waitFor();
    await button("Rerun").click();
    await heading(page).getByText("Running").waitFor();
    await step(page, "rating").click();
    await button("End as timed out").click();
    await page.locator(".run-page > .payload", { hasText: "Output" }).getByText('"none"').waitFor();
    expect(complaints).toEqual([]);
  });

  it("is copied as a test, or shown where nothing may be copied", async () => {
    const { page, button, openRunOf } = await open("/runs", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await openRunOf("shop/payment.due", { orderId: "ord_4" });
    await heading(page).getByText("Failed").waitFor();
    await button("Copy as test").click();
    await button("Copied").waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(copied).toContain('engine.mockStep({ functionId, stepId: "reserve"');
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))");
    await button("Copy as test").click();
    await page.getByRole("dialog", { name: "This run as a test" }).getByText("createTestEngine(").waitFor();
    await screenshot(page, "dashboard/copy-as-test");
  });
});

describe("an engine with a signing key", () => {
  const signingKey = "signkey-test-0123456789abcdef0123456789abcdef";

  it("is asked for once, says when it is wrong, and is forgotten on signing out", async () => {
    const { stage, page, button, complaints } = await open("/runs", { signingKey });
    await page.getByLabel("Signing key").fill("signkey-test-00");
    await button("Open").click();
    await page.getByText("this is not the engine's signing key.").waitFor();
    await screenshot(page, "dashboard/sign-in");
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel("Signing key").fill(signingKey);
    await page.keyboard.press("Enter");
    await page.getByText("No runs yet").waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.goto(`${stage.server.url}/send`);
    await page.getByLabel("Event as JSON").fill('{ "name": "shop/signed", "data": {} }');
    await button("Send").click();
    await page.locator(".sent").getByText("shop/signed").waitFor();
    await button("Sign out").click();
    await page.getByRole("heading", { name: "Signing key" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Signing key" }).waitFor();
    expect(complaints.filter((text) => !text.includes("401"))).toEqual([]);
  });
});

describe("in both themes, on a desk and on a telephone", () => {
  /** Pages, each with what is there once its data is. */
  const pages: [path: string, shown: string][] = [
    ["/events", ".event-row"],
    ["/events?search=nothing-of-the-kind", "text=No event matches"],
    ["/runs", ".run-row"],
    ["/runs?since=custom&from=2020-01-01T00:00", ".run-row"],
    ["/functions", ".function-link"],
    ["/functions/shop-remind-later", "text=Paused since"],
    ["/metrics", ".metrics-table td"],
    ["/metrics/shop-charge-card", ".chart .bars"],
    ["/send", "text=Example 1"],
  ];
  const screens = [
    ["desk", { width: 1280, height: 800 }],
    ["telephone", { width: 360, height: 740 }],
  ] as const;

  it.each(screens)("axe finds nothing: %s", async (name, viewport) => {
    const visit = await open("/events", { viewport });
    const { stage, page } = visit;
    await sendSome(visit);
    await stage.server.engine.pauseFunction("shop-remind-later");
    const [root] = stage.server.engine.events({ name: "shop/order.delivered" });
    const [run] = stage.server.engine.runs({ status: "Failed" });
    const [waiting] = stage.server.engine.runs({ functionId: "shop-ask-for-rating" });
    const found: string[] = [];
    const shown: typeof pages = [
      ...pages,
      [`/cascade/${root?.id}`, ".cascade-step"],
      [`/events/${root?.id}`, "aside a"],
      [`/runs/${run?.id}`, ".step-detail"],
      [`/runs/${waiting?.id}`, ".timeline-row"],
    ];
    for (const [path, there] of shown) {
      await page.goto(stage.server.url + path);
      await page.getByText("Live", { exact: true }).waitFor({ state: "attached" });
      await page.locator(there).first().waitFor({ state: "attached" });
      const place = path
        .replace(/[?].*/, "")
        .replace(/\/[0-9A-Z]{26}/, "-one")
        .replaceAll("/", "-");
      const picture = `${place}${path.includes("?") ? "-filtered" : ""}`;
      const findings = await findingsInBothThemes(page, (theme) =>
        screenshot(page, `dashboard/${name}-${theme}${picture}`),
      );
      found.push(...findings.map((finding) => `${path}: ${finding}`));
      expect(await page.evaluate<number>("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(
        viewport.width,
      );
    }
    expect(found).toEqual([]);
  });
});
