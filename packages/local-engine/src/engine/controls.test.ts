import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSqliteStore } from "../store/sqlite-store.ts";
import { createTestEngine, type TestClientOptions } from "../test/index.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** An app whose functions note what they do. */
function createShop() {
  const effects: string[] = [];
  const shop = (options: TestClientOptions) => {
    const client = new Inngest({ id: "shop", logger: quiet, ...options });
    const fulfil = client.createFunction(
      { id: "fulfil", triggers: [{ event: "order.placed" }], retries: 0 },
      async ({ event, step }) => {
        await step.run("pick", () => effects.push(`pick ${event.data.n}`));
        await step.sleep("pack", "1h");
        await step.run("ship", () => effects.push(`ship ${event.data.n}`));
        if (event.data.lost) throw new Error("the parcel is lost");
      },
    );
    const nightly = client.createFunction(
      { id: "nightly", triggers: [{ cron: "0 2 * * *" }] },
      async ({ step }) => step.run("count", () => "counted"),
    );
    const collect = client.createFunction(
      { id: "collect", triggers: [{ event: "order.many" }], batchEvents: { maxSize: 5, timeout: "60s" } },
      () => effects.push("collect"),
    );
    const answer = client.createFunction(
      { id: "answer", triggers: [{ event: "question" }] },
      async ({ step }) => step.waitForEvent("reply", { event: "reply", timeout: "1d" }),
    );
    return { client, functions: [fulfil, nightly, collect, answer] };
  };
  return { shop, effects };
}

function open(store?: ReturnType<typeof createSqliteStore>, now = "2026-11-01T00:00:00Z") {
  const { shop, effects } = createShop();
  const engine = createTestEngine({
    apps: [shop],
    now,
    ...(store ? { store } : {}),
  });
  onTestFinished(() => engine.close());
  const statuses = () => engine.runs({ functionId: "fulfil" }).map(({ status }) => status);
  return { engine, effects, statuses };
}

const order = (n: number, rest = {}) => ({ name: "order.placed", data: { n, ...rest } });

describe("pausing a function", () => {
  it("passes over what would start it, and keeps that to be replayed", async () => {
    const { engine, effects, statuses } = open();
    await engine.runUntilIdle();
    expect(await engine.controls.pauseFunction("shop-nothing")).toBe(false);
    await engine.controls.pauseFunction("shop-fulfil");
    await engine.send(order(1));
    await engine.advance("2h");
    expect([statuses(), effects]).toEqual([["Skipped"], []]);
    expect(engine.events().map(({ name }) => name)).toEqual(["order.placed"]);
    expect(await engine.controls.invoke("shop-fulfil", {})).toBeUndefined();
    expect(await engine.controls.rerun(engine.run("fulfil").id)).toBeUndefined();

    await engine.controls.resumeFunction("shop-fulfil");
    await engine.advance("2h");
    expect(effects).toEqual([]);
    await engine.send(order(2));
    await engine.controls.bulk({ id: "once", action: "replay", statuses: ["Skipped"] });
    await engine.advance("2h");
    expect(effects.toSorted()).toEqual(["pick 1", "pick 2", "ship 1", "ship 2"]);
    expect(await engine.controls.resumeFunction("shop-fulfil")).toBe(false);
  });

  it("passes over schedules and batches as well", async () => {
    const { engine, effects } = open();
    await engine.send({ name: "order.many", data: {} });
    await engine.controls.pauseFunction("shop-nightly");
    await engine.controls.pauseFunction("shop-collect");
    await engine.advance("3h");
    expect(engine.runs().map(({ functionId, status }) => [functionId, status])).toEqual([
      ["shop-collect", "Skipped"],
      ["shop-nightly", "Skipped"],
    ]);
    await engine.controls.resumeFunction("shop-nightly");
    await engine.advance("1d");
    expect(engine.runs({ functionId: "nightly" }).map(({ output }) => output)).toEqual([
      undefined,
      "counted",
    ]);
    expect(effects).toEqual([]);
  });

  it("holds the runs in progress before their next step, and lets them go on", async () => {
    const { engine, effects, statuses } = open();
    await engine.send(order(1));
    await engine.controls.pauseFunction("shop-fulfil");
    await engine.advance("6d");
    expect([statuses(), effects]).toEqual([["Running"], ["pick 1"]]);
    await engine.controls.resumeFunction("shop-fulfil");
    await engine.runUntilIdle();
    expect([statuses(), effects]).toEqual([["Completed"], ["pick 1", "ship 1"]]);
  });

  it("cancels held runs after seven days", async () => {
    const { engine, effects, statuses } = open();
    await engine.send(order(1));
    await engine.controls.pauseFunction("shop-fulfil");
    await engine.advance("7d");
    expect(statuses()).toEqual(["Cancelled"]);
    await engine.controls.resumeFunction("shop-fulfil");
    await engine.advance("1d");
    expect(effects).toEqual(["pick 1"]);
  });

  it("cancels the runs in progress at once when asked to", async () => {
    const { engine, effects, statuses } = open();
    await engine.send(order(1));
    await engine.controls.pauseFunction("shop-fulfil", "cancel");
    await engine.advance("2h");
    expect([statuses(), effects]).toEqual([["Cancelled"], ["pick 1"]]);
  });

  it("finishes the step that runs, and begins no other", async () => {
    const effects: string[] = [];
    const client = (options: TestClientOptions) => {
      const inngest = new Inngest({ id: "shop", logger: quiet, ...options });
      const steps = inngest.createFunction({ id: "steps", triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("one", async () => {
          await engine.controls.pauseFunction("shop-steps");
          effects.push("one");
        });
        await step.run("two", () => effects.push("two"));
      });
      return { client: inngest, functions: [steps] };
    };
    const engine = createTestEngine({ apps: [client] });
    onTestFinished(() => engine.close());
    await engine.send({ name: "go" });
    expect(engine.run("steps").steps.map(({ id, status }) => [id, status])).toEqual([["one", "completed"]]);
    await engine.advance("1d");
    expect(effects).toEqual(["one"]);
    await engine.controls.resumeFunction("shop-steps");
    await engine.runUntilIdle();
    expect([effects, engine.run("steps").status]).toEqual([["one", "two"], "Completed"]);
  });

  it("stays over a restart, with its held runs and their end", async () => {
    const folder = mkdtempSync(join(tmpdir(), "local-engine-controls-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const first = open(createSqliteStore({ folder }));
    await first.engine.send(order(1));
    await first.engine.controls.pauseFunction("shop-fulfil");
    await first.engine.close();
    const second = open(createSqliteStore({ folder }), "2026-11-01T00:10:00Z");
    await second.engine.send(order(2));
    await second.engine.advance("2h");
    expect([second.statuses(), second.effects]).toEqual([["Running", "Skipped"], []]);
    await second.engine.advance("7d");
    expect(second.statuses()).toEqual(["Cancelled", "Skipped"]);
  });
});

describe("ending a wait", () => {
  it.each([[{ text: "yes" }], [undefined]])("gives the step %j", async (data) => {
    const { engine } = open();
    await engine.send({ name: "question", data: {} });
    const { id, steps } = engine.run("answer");
    expect(await engine.controls.endWait(id, steps[0]?.hash ?? "", data)).toBe(true);
    await engine.runUntilIdle();
    expect(engine.run("answer").output).toEqual(
      data ? expect.objectContaining({ name: "reply", data }) : null,
    );
    expect(engine.events({ name: "reply" })).toEqual([]);
    expect(await engine.controls.endWait(id, steps[0]?.hash ?? "", data)).toBe(false);
  });

  it("leaves sleeps alone", async () => {
    const { engine } = open();
    await engine.send(order(1));
    const { id, steps } = engine.run("fulfil");
    expect(await engine.controls.endWait(id, steps[1]?.hash ?? "")).toBe(false);
  });
});

describe("acting on many runs", () => {
  it("cancels those in progress of a function and a time", async () => {
    const { engine, statuses } = open();
    await engine.send([order(1), order(2)]);
    await engine.advance("10m");
    await engine.send([order(3), { name: "question", data: {} }]);
    const queuedAfter = engine.now().getTime() - 1;
    const request = { action: "cancel" as const, functionId: "shop-fulfil", queuedAfter };
    expect(await engine.controls.bulk({ ...request, id: "c1" })).toMatchObject({
      state: "finished",
      matching: 1,
      done: 1,
      passedOver: 0,
    });
    expect(statuses()).toEqual(["Running", "Running", "Cancelled"]);
    expect(engine.run("answer").status).toBe("Running");
  });

  it("replays those that failed, once, also when it is asked again and after a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "local-engine-controls-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const first = open(createSqliteStore({ folder }));
    await first.engine.send([order(1, { lost: true }), order(2, { lost: true }), order(3)]);
    await first.engine.advance("2h");
    expect(first.statuses()).toEqual(["Failed", "Failed", "Completed"]);
    const request = { id: "r1", action: "replay" as const, statuses: ["Failed" as const] };
    await first.engine.controls.bulk(request);
    await first.engine.controls.bulk(request);
    await first.engine.advance("2h");
    expect(first.statuses()).toEqual(["Failed", "Failed", "Completed", "Failed", "Failed"]);
    await first.engine.close();

    const second = open(createSqliteStore({ folder }));
    await second.engine.runUntilIdle();
    expect(await second.engine.controls.bulk(request)).toMatchObject({ matching: 2, done: 0, passedOver: 2 });
    expect(second.statuses()).toHaveLength(5);
  });

  it("takes a thousand, the oldest, and says how many there are", async () => {
    const { engine } = open();
    await engine.send(Array.from({ length: 1_050 }, (_, n) => order(n)));
    const progress = await engine.controls.bulk({ id: "c2", action: "cancel" });
    expect(progress).toMatchObject({ matching: 1_050, total: 1_000, done: 1_000 });
    const { last: after = "" } = progress;
    expect(await engine.controls.bulk({ id: "r2", action: "replay", after })).toMatchObject({ total: 0 });
    const left = engine.runs({ status: "Running" }).map(({ events: [event] }) => event?.data);
    expect(left).toEqual(Array.from({ length: 50 }, (_, n) => ({ n: 1_000 + n })));
  });
});
