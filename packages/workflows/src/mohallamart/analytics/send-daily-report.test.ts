import { expect, it } from "vitest";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

/** Orders as `track-analytics` would record them; times are India's, as `2026-11-02 18:00`. */
async function record({ mohallaMart }: TestBench, orders: { at: string; revenue: number }[]): Promise<void> {
  await mohallaMart.analytics.record(
    orders.map(({ at, revenue }, n) => ({
      eventId: `order-${n}`,
      event: "order.placed",
      sessionId: `visit-${n}`,
      properties: { revenue },
      at: new Date(`${at}+05:30`).toISOString(),
    })),
  );
}

const reports = ({ vendors }: TestBench) => vendors.outbox().filter(({ to }) => to === staffEmail);
const staffEmail = "divya.menon@mohallamart.example";

it("sends the staff the day before, beside the day before that and an average day, at seven in the morning", async () => {
  const bench = await startTestBench();
  await record(bench, [
    { at: "2026-10-25T12:00", revenue: 10_000 },
    { at: "2026-10-26T00:00", revenue: 70 },
    { at: "2026-11-01T23:59:59", revenue: 630 },
    { at: "2026-11-02T00:00", revenue: 100 },
    { at: "2026-11-02T23:59:59", revenue: 25.5 },
    { at: "2026-11-03T00:00", revenue: 10_000 },
  ]);
  await bench.engine.advanceTo("2026-11-03T06:59:59+05:30");
  expect(reports(bench)).toEqual([]);
  await bench.engine.advanceTo("2026-11-03T07:00:00+05:30");
  await bench.settle();

  const [report, ...others] = reports(bench);
  expect(others).toEqual([]);
  expect(report?.subject).toBe("MohallaMart on Monday, 2 November 2026");
  expect(report?.text?.replaceAll(/\s+/g, " ")).toContain(
    "Net revenue ₹125.50 ₹630.00 ₹100.00 Orders placed 2 1 0.3",
  );
  expect(bench.engine.run("send-daily-report").output).toEqual({ day: "2026-11-02", asked: 1 });

  await bench.engine.advance("7d");
  expect(new Set(reports(bench).map(({ subject }) => subject)).size).toBe(8);
});

it("sends a day's report once, also when it is asked for again and the figures have changed", async () => {
  const bench = await startTestBench();
  const ask = async (day: string) => {
    await bench.engine.controls.invoke("mohallamart-send-daily-report", { day });
    await bench.engine.advance("3s");
  };
  await ask("2026-11-01");
  await record(bench, [{ at: "2026-11-01T10:00", revenue: 100 }]);
  await ask("2026-11-01");
  expect(reports(bench).map(({ subject }) => subject)).toEqual(["MohallaMart on Sunday, 1 November 2026"]);
  const deliveries = await bench.mohallaMart.deliveries.list({ subject: "2026-11-01" });
  expect(deliveries).toMatchObject([{ status: "sent", recipient: "admin" }]);
});

it("says what is wrong with a day that is none", async () => {
  const bench = await startTestBench();
  await bench.engine.controls.invoke("mohallamart-send-daily-report", { day: "yesterday" });
  await bench.engine.advance("1h");
  expect(bench.engine.run("send-daily-report").error?.message).toMatch(/is written as "2026-11-01"/);
});
