import { screenshot } from "@org/tooling/chromium";
import { describe, expect, it } from "vitest";
import { heading, step, useDashboard } from "./dashboard-visit.ts";

const open = useDashboard();

/** What an app's exporter of traces posts for one step of a run. */
function traceOf(runId: string, stepId: string) {
  const now = BigInt(Date.now()) * 1_000_000n;
  const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  const attributes = [
    text("sdk.run.id", runId),
    text("inngest.step.hash", stepId),
    text("db.name", "orders"),
  ];
  const times = { startTimeUnixNano: String(now), endTimeUnixNano: String(now + 5_000_000n) };
  const spans = [
    { spanId: "a", name: "load-prices", ...times, attributes },
    {
      spanId: "b",
      parentSpanId: "a",
      name: "query",
      ...times,
      attributes,
      status: { code: 2, message: "timed out" },
    },
  ];
  return { resourceSpans: [{ scopeSpans: [{ spans }] }] };
}

describe("what an app tells about a run", () => {
  it("appears in the open page: spans under their step, metadata with its step and with the run", async () => {
    const { stage, page, openRunOf, complaints } = await open("/runs");
    await openRunOf("shop/order.created", { orderId: "ord_1", shopId: "shop_1", total: 100 });
    await heading(page).getByText("Completed").waitFor();
    const [run] = stage.server.engine.runs({ functionId: "shop-confirm-order" });
    const runId = run?.id ?? "";
    const priced = stage.server.engine.run(runId)?.steps.find(({ name }) => name === "price-order");
    const post = (path: string, body: unknown) =>
      fetch(stage.server.url + path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await post("/v1/traces/userland", traceOf(runId, priced?.id ?? ""))).status).toBe(200);
    const metadata = (target: object, kind: string, values: object) =>
      post(`/v1/runs/${runId}/metadata`, {
        target: { run_id: runId, ...target },
        metadata: [{ kind, op: "set", values }],
      });
    await metadata({}, "inngest.score", { quality: { value: 0.5 } });
    await metadata({ step_id: "price-order" }, "userland.usage", { tokens: 42 });
    const spans = page.locator(".timeline-row.span");
    await spans.filter({ hasText: "query" }).locator(".bar.failed").waitFor();
    expect(await spans.locator(".step-title").allTextContents()).toEqual(["load-prices", "query"]);
    await page.getByRole("region", { name: "Metadata: inngest.score" }).getByText("0.5").waitFor();
    await step(page, "price-order").click();
    await page.getByRole("region", { name: "Metadata: userland.usage" }).getByText("42").waitFor();
    await screenshot(page, "dashboard/run-annotations");
    expect(complaints).toEqual([]);
  });
});
