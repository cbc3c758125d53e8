import { messageResendRequested } from "@org/events/operations/message-resend-requested";
import { expect, it } from "vitest";
import { loseTexts } from "../testing/lose-texts.ts";
import { asha } from "../testing/place-order.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";

const functionId = "resend-message";

async function askForIt(bench: TestBench, key: string, runId?: string): Promise<void> {
  const found = await bench.doubts.get(key);
  const request = { key, runId: runId ?? found?.runId ?? "", requestedBy: "admin_001" };
  await bench.doubts.allowAgain(key, { emit: [messageResendRequested.create(request)] });
  await bench.settle();
  // A run that is run again waits for its share of the vendors' limits like any other.
  await bench.engine.advance("1m");
}

it("sends the message that was in doubt, and nothing else a second time", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const [key = ""] = await loseTexts(bench);
  await askForIt(bench, key);

  const sent = bench.vendors.outbox();
  expect(sent.filter(({ channel }) => channel === "sms")).toHaveLength(1);
  expect(sent.filter(({ to }) => to === asha.email)).toHaveLength(1);
  expect(await bench.mohallaMart.deliveries.get(key)).toMatchObject({ status: "sent" });
  expect(await bench.doubts.count()).toBe(0);
  expect(bench.engine.run(functionId).output).toEqual({ outcome: "completed" });
});

it("leaves it in doubt again when its vendor does not answer again", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const [key = ""] = await loseTexts(bench);
  bench.vendors.failNext("twilio", { drop: true });
  await askForIt(bench, key);
  expect(await bench.doubts.list()).toMatchObject([
    { key, asked: 0, told: false, runId: expect.any(String) },
  ]);
});

it("says so when its run is no longer kept", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const [key = ""] = await loseTexts(bench);
  await askForIt(bench, key, "run_unknown");
  expect(bench.engine.run(functionId)).toHaveFailed(/Run run_unknown, which sent/);
});
