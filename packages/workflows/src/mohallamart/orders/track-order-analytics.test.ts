import { expect, it } from "vitest";
import { placeOrder } from "../../testing/place-order.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const today = { from: "2026-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };

it("adds an order's revenue to the counts, once, however often its event arrives", async () => {
  const bench = await startTestBench();
  const { total } = await placeOrder(bench);
  await bench.settle();
  const [event] = bench.engine.events({ name: "order.created" });
  await bench.engine.send({ name: "order.created", data: Object(event?.data) });
  await bench.engine.advance("1m");

  expect(await bench.mohallaMart.analytics.summary(today)).toMatchObject({
    orders: 1,
    revenue: total,
    averageOrderValue: total,
  });
});

it("writes many events in one batch", async () => {
  const bench = await startTestBench();
  const event = {
    name: "analytics.track",
    data: { sessionId: "visit-1", event: "page.viewed", properties: {} },
  };
  await bench.engine.send(Array.from({ length: 40 }, () => event));
  await bench.engine.advance("5s");

  expect(bench.engine.run("track-analytics").output).toEqual({ recorded: 40 });
  expect(await bench.mohallaMart.analytics.summary(today)).toMatchObject({ pageViews: 40, sessions: 1 });
});
