import { expect, it, onTestFinished } from "vitest";
import { convexDeployment } from "../convex/deployment.ts";
import { createConvexRelay } from "../convex/relay.ts";
import { convexBridge, testServiceKey } from "../testing/convex-bridge.ts";
import { outboxContract } from "./contract.ts";
import { convexOutbox } from "./convex.ts";
import { event, relayContract } from "./relay.contract.ts";
import { recordingEngine, recordingLog } from "./testing/engine.ts";

const bridge = await convexBridge();
const outbox = convexOutbox(bridge.deployment);

outboxContract("Convex", {
  outbox,
  emitted: bridge.emitted,
  age: (acceptedId) =>
    bridge.run(async ({ db }) => {
      for (const { _id, id } of await db.query("outbox").collect()) {
        const accepted = { isAccepted: true, stage: "accepted" as const, acceptedAt: Date.now() };
        await db.patch(_id, { createdAt: Date.now() - 3_600_000, ...(id === acceptedId && accepted) });
      }
    }),
  reset: bridge.empty,
});

relayContract("Convex", {
  outbox,
  create: (options) =>
    createConvexRelay({
      deployment: convexDeployment({ url: bridge.url, serviceKey: testServiceKey }),
      ...options,
    }),
  forgetWaits: () =>
    bridge.run(async ({ db }) => {
      for (const { _id, stage } of await db.query("outbox").collect())
        if (stage === "retry") await db.patch(_id, { nextAt: 0 });
    }),
  reset: bridge.empty,
});

it("a relay that lost its subscription polls, and hears of events again later", async () => {
  await bridge.empty();
  const engine = recordingEngine();
  const relay = createConvexRelay({
    deployment: bridge.deployment,
    client: engine,
    log: recordingLog(),
    pollInterval: 50,
  });
  onTestFinished(() => relay.stop());
  await relay.start();
  bridge.dropSubscriptions();
  await outbox.send(event("a", 1));
  await expect.poll(() => engine.accepted().length).toBe(1);
});

it("what a relay that died had claimed is sent by another one, under the same ids, once its time has passed", async () => {
  await bridge.empty();
  await outbox.send([event("a", 1), event("a", 2), event("b", 1)]);
  const dying = recordingEngine();
  // It sends, and whatever it says to the deployment after that is lost.
  const first = createConvexRelay({ deployment: bridge.deployment, client: dying, log: recordingLog() });
  dying.decide(() => {
    bridge.failNext({ cut: "before" });
  });
  await expect(first.drain()).rejects.toMatchObject({ kind: "retryable" });
  const engine = recordingEngine();
  const second = createConvexRelay({ deployment: bridge.deployment, client: engine, log: recordingLog() });
  expect(await second.drain()).toBe(0);
  await bridge.run(async ({ db }) => {
    for (const { _id, stage } of await db.query("outbox").collect())
      if (stage === "claimed") await db.patch(_id, { nextAt: 0 });
  });
  expect(await second.drain()).toBe(3);
  expect(engine.accepted().map(({ id }) => id)).toEqual(
    expect.arrayContaining(dying.accepted().map(({ id }) => id)),
  );
});
