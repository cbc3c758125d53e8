import { shopkeeperApplicationReceived } from "@org/events/mohallamart/shopkeeper-application-received";
import { expect, it } from "vitest";
import { fillInApplication, meena } from "../../testing/open-shop.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "confirm-application";
const start = () => startTestBench({ schedulesOf: [] });

const sentTo = ({ vendors }: TestBench, address: string) =>
  vendors.outbox().filter(({ to, vendor }) => to === address && vendor === "resend");

const left = async ({ pool }: TestBench) =>
  (await pool.query("select from mohallamart.received_applications")).rowCount;

it("sends a link, tells nobody else, and keeps the link's secret from the engine", async () => {
  const bench = await start();
  const { token } = await fillInApplication(bench);
  await bench.settle();
  const [email, ...others] = sentTo(bench, meena.email);
  expect(others).toEqual([]);
  expect(email?.html).toContain(`https://mohallamart.test/sell/applied/${token}`);
  expect(bench.vendors.outbox()).toHaveLength(1);
  expect(await bench.mohallaMart.users.findByEmail(meena.email)).toBeUndefined();
  const kept = JSON.stringify([bench.engine.runs({ functionId }), bench.engine.events()]);
  for (const secret of [token, meena.email, meena.name]) expect(kept).not.toContain(secret);
});

it("forgets after a day what nobody confirmed", async () => {
  const bench = await start();
  await fillInApplication(bench);
  await bench.settle();
  await bench.engine.advance("23h");
  expect(await left(bench)).toBe(1);
  await bench.engine.advance("2h");
  expect(await left(bench)).toBe(0);
  expect(bench.engine.run(functionId).output).toEqual({ application: "asked", link: "sent" });
});

it("fills nobody's mailbox, however often an address is typed in", async () => {
  const bench = await start();
  for (let n = 1; n <= 7; n += 1) {
    await fillInApplication(bench, `sk_flood${n}`);
    await bench.settle();
    await bench.engine.advance("5m");
  }
  expect(sentTo(bench, meena.email)).toHaveLength(5);
});

it("fails nobody when what was filled in is gone before its link could be sent", async () => {
  const bench = await start();
  bench.vendors.failNext("resend", { status: 503 });
  await fillInApplication(bench);
  await bench.settle();
  await bench.mohallaMart.receivedApplications.discard(meena.shopkeeperId);
  await bench.engine.advance("5m");
  await bench.settle();
  const runs = bench.engine.runs({ functionId });
  expect(runs.map(({ status }) => status)).not.toContain("Failed");
  expect(runs[0]?.output).toEqual({ application: "gone" });
});

it("fails when the link cannot be sent", async () => {
  const bench = await start();
  bench.vendors.failNext("resend", { status: 422 });
  await fillInApplication(bench);
  await bench.settle();
  expect(bench.engine.run(functionId)).toHaveFailed(/could not be sent/);
});

it("sends nothing for an application that is gone", async () => {
  const bench = await start();
  await bench.engine.send(shopkeeperApplicationReceived.create({ shopkeeperId: "sk_gone" }));
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId).output).toEqual({ application: "gone" });
  expect(bench.vendors.outbox()).toEqual([]);
});
