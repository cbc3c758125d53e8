import { expect, it } from "vitest";
import { startBareEngine } from "../testing/bare-engine.ts";

it("starts a function that was registered after the event, when the event is sent again", async () => {
  const { engine, register } = await startBareEngine({});
  const event = { name: "work", id: "order-1" };
  await engine.send([event]);
  await engine.idle();
  expect(engine.runs()).toEqual([]);
  await register({ work: {} });
  await engine.send([event]);
  await engine.send([event]);
  await engine.idle();
  expect(engine.runs().map((run) => run.status)).toEqual(["Completed"]);
});

it("starts the functions alone that the event did not start before", async () => {
  const { engine, register } = await startBareEngine({ work: {} });
  const event = { name: "work", id: "order-1" };
  await engine.send([event]);
  await register({ work: {}, late: { triggers: [{ event: "work" }] } });
  await engine.send([event]);
  await engine.idle();
  expect(engine.runs().map((run) => run.functionId)).toEqual(["app-late", "app-work"]);
});

it("starts a function that was paused when the event came, when the event is sent again", async () => {
  const { engine } = await startBareEngine({ work: {} });
  await engine.pauseFunction("app-work");
  await engine.send([{ name: "work", id: "order-1" }]);
  await engine.resumeFunction("app-work");
  await engine.send([{ name: "work", id: "order-1" }]);
  await engine.idle();
  expect(engine.runs({ status: "Completed" })).toHaveLength(1);
});

it("takes a request that is repeated for the same event", async () => {
  const { engine } = await startBareEngine({ work: {} });
  const internalId = "01M6A6FT00JWMJSTW7N6FWJR6G";
  await engine.send([{ name: "work" }], [internalId]);
  expect(await engine.send([{ name: "work" }], [internalId])).toEqual([internalId]);
  await engine.idle();
  expect(engine.events({ name: "work" })).toHaveLength(1);
  expect(engine.runs()).toHaveLength(1);
});
