import { eventsLost } from "@org/events/operations/events-lost";
import { expect, it } from "vitest";
import { operator } from "../testing/bench-vendors.ts";
import { startTestBench } from "../testing/test-bench.ts";

it("tells operations which events were lost and what was done about it, once in a quarter of an hour", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await bench.engine.send(eventsLost.create({ count: 3, names: ["order.created", "order.paid"] }));
  await bench.engine.send(eventsLost.create({ count: 1, names: ["user.created"] }));
  await bench.engine.advance("5m");
  await bench.engine.send(eventsLost.create({ count: 7, names: ["order.updated"] }));
  await bench.engine.advance("1h");
  await bench.settle();

  const alerts = bench.vendors.outbox().filter(({ to }) => to === operator.email);
  expect(alerts.map(({ subject }) => subject)).toEqual(["[warning] 4 events started nothing"]);
  expect(alerts[0]?.text).toContain("order.created, order.paid, user.created");
  expect(alerts[0]?.text).toContain("https://mohallamart.test/operations");
});

it("tells of what was found on a bad night in time, however often it was found", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  for (let find = 0; find < 20; find += 1) {
    await bench.engine.send(eventsLost.create({ count: 1, names: ["order.created"] }));
    await bench.engine.advance("1m");
  }
  await bench.engine.advance("2m");
  expect(bench.engine.runs({ functionId: "tell-of-lost-events", status: "Queued" })).toEqual([]);
});
