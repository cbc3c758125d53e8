import { expect, it } from "vitest";
import { startTestBench } from "../../testing/test-bench.ts";
import { scenario } from "./deliver-bulk-sms.scenario.ts";

it("texts those who have a phone; who is gone, or has none, is no failure", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await scenario(bench);
  await bench.settle();
  const [run] = bench.engine.runs({ functionId: "deliver-bulk-sms" });
  expect(run?.output).toEqual({ sent: 1, unknown: 0, failed: 0, skipped: 2, sentBefore: 0 });
  const texts = bench.vendors.outbox().filter(({ channel }) => channel === "sms");
  expect(texts).toMatchObject([{ to: "+919876543210" }]);
  expect(bench.engine.runs({ functionId: "deliver-sms" })).toEqual([]);
});
