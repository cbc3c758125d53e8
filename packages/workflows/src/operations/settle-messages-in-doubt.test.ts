import { expect, it } from "vitest";
import { operator } from "../testing/bench-vendors.ts";
import { ageDoubts, loseTexts } from "../testing/lose-texts.ts";
import { asha, placeOrder } from "../testing/place-order.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";

const functionId = "settle-messages-in-doubt";

const textsIn = ({ vendors }: TestBench) => vendors.outbox().filter(({ channel }) => channel === "sms");
const alertsIn = ({ vendors }: TestBench) => vendors.outbox().filter(({ to }) => to === operator.email);

it("raises one alert for all of them after ten minutes, and no other for the same ones", async () => {
  const bench = await startTestBench();
  await loseTexts(bench, 3);
  await bench.engine.advance("9m");
  expect(alertsIn(bench)).toEqual([]);
  await bench.engine.advance("2m");

  const [alert, ...others] = alertsIn(bench);
  expect(others).toEqual([]);
  expect(alert?.subject).toBe("[warning] 3 messages may not have been sent");
  expect(alert?.text).toContain("3 sms");
  expect(alert?.text).toContain("https://mohallamart.test/operations/messages-in-doubt");
  for (const personal of [asha.name, asha.email, asha.phone]) expect(alert?.text).not.toContain(personal);
  await bench.engine.advance("1d");
  await bench.settle();
  expect(alertsIn(bench)).toHaveLength(1);
  expect(await bench.doubts.list()).toMatchObject([{ told: true }, { told: true }, { told: true }]);
});

it("finds at the vendor what was taken, and tells nobody of it", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("twilio", { cut: true });
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  expect(await bench.doubts.count()).toBe(1);
  await bench.engine.advance("20m");

  const [text, ...more] = textsIn(bench);
  expect(more).toEqual([]);
  expect(await bench.mohallaMart.deliveries.get(`order-confirmation:${orderId}:sms`)).toMatchObject({
    status: "sent",
    messageId: text?.id,
  });
  expect(await bench.doubts.count()).toBe(0);
  expect(alertsIn(bench)).toEqual([]);
  expect(bench.vendors.outbox().filter(({ to }) => to === asha.email)).toHaveLength(1);
  expect(bench.engine.run(functionId).output).toMatchObject({ asked: 1, ranAgain: 1, inDoubt: 0, told: 0 });
});

it("sends again what the vendor does not have after some minutes", async () => {
  const bench = await startTestBench();
  await loseTexts(bench);
  await ageDoubts(bench);
  await bench.engine.advance("20m");

  expect(textsIn(bench)).toHaveLength(1);
  expect(await bench.doubts.count()).toBe(0);
  expect(alertsIn(bench)).toEqual([]);
});

it("asks a vendor that cannot tell no more than three times", async () => {
  const bench = await startTestBench({ indiaByMsg91: true });
  bench.vendors.failNext("msg91", { drop: true });
  await placeOrder(bench);
  await bench.settle();
  for (let round = 0; round < 5; round++) {
    await ageDoubts(bench);
    await bench.engine.advance("4h");
    await bench.settle();
  }
  expect(textsIn(bench)).toEqual([]);
  expect(alertsIn(bench)).toHaveLength(1);
  expect(await bench.doubts.list()).toMatchObject([{ asked: 3, told: true }]);
  expect(bench.engine.runs({ functionId: "deliver-sms" })).toHaveLength(4);
});

it("an email that was not answered to the last try is in doubt, and sent once when its vendor is back", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { cut: true, times: 100 });
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("4m");
  bench.vendors.clearFaults("resend");
  const key = `order-confirmation:${orderId}:email`;
  expect(bench.engine.run("send-order-confirmation")).toHaveCompleted();
  expect(await bench.doubts.get(key)).toMatchObject({ channel: "email" });
  await bench.engine.advance("20m");

  expect(bench.vendors.outbox().filter(({ to }) => to === asha.email)).toHaveLength(1);
  expect(await bench.doubts.count()).toBe(0);
  expect(alertsIn(bench)).toEqual([]);
});
