import { Inngest, NonRetriableError } from "inngest";
import { connect } from "inngest/connect";
import { expect, onTestFinished, vi } from "vitest";
import type { BuildFunctions } from "../bench.ts";
import type { Suite } from "../suite.ts";

const patience = { timeout: 10_000, interval: 10 };
const silent = { info() {}, warn() {}, error() {}, debug() {} };

interface WorkerOptions {
  /** The app; each test has its own, since an engine may be shared. */
  id: string;
  maxWorkerConcurrency?: number;
}

/** Workers that connect by themselves, over a WebSocket, instead of being called. */
export function describeConnect({ needs, start }: Suite): void {
  const sockets = needs({ sockets: true });

  async function startWorker(url: string, { id, ...options }: WorkerOptions, build: BuildFunctions) {
    const client = new Inngest({ id, isDev: true, baseUrl: url, logger: silent });
    const connection = await connect({
      apps: [{ client, functions: build(client) }],
      isolateExecution: false,
      handleShutdownSignals: [],
      ...options,
    });
    onTestFinished(() => connection.close());
    return connection;
  }

  type Engine = Awaited<ReturnType<Suite["start"]>>;

  /** The only run of an app's function, once it has ended. */
  async function endedRun(engine: Engine, functionId: string) {
    return vi.waitFor(async () => {
      await engine.runUntilIdle();
      const [run, ...more] = (await engine.runs()).filter((candidate) => candidate.functionId === functionId);
      expect(more).toEqual([]);
      expect(run?.status).toMatch(/Completed|Failed/);
      return run;
    }, patience);
  }

  sockets("runs functions on a worker: steps, parallel ones and the result", async () => {
    const engine = await start(() => []);
    await startWorker(engine.url, { id: "connected-steps" }, (inngest) => [
      inngest.createFunction(
        { id: "add", triggers: [{ event: "connected/add" }] },
        async ({ event, step }) => {
          const one = await step.run("one", () => 1);
          const [two, three] = await Promise.all([step.run("two", () => 2), step.run("three", () => 3)]);
          return { sum: one + two + three, of: event.data.of };
        },
      ),
    ]);
    await engine.send({ name: "connected/add", data: { of: "three" } });
    expect(await endedRun(engine, "connected-steps-add")).toMatchObject({
      status: "Completed",
      output: { sum: 6, of: "three" },
    });
  });

  sockets("waits on the engine between two steps on a worker", async () => {
    const engine = await start(() => []);
    await startWorker(engine.url, { id: "connected-sleep" }, (inngest) => [
      inngest.createFunction({ id: "nap", triggers: [{ event: "connected/nap" }] }, async ({ step }) => {
        await step.run("before", () => 1);
        await step.sleep("rest", "1s");
        return step.run("after", () => "awake");
      }),
    ]);
    await engine.send({ name: "connected/nap" });
    await engine.advance("2s");
    expect(await endedRun(engine, "connected-sleep-nap")).toMatchObject({ output: "awake" });
  });

  sockets("fails a run with what a worker throws, at once when it must not be retried", async () => {
    const engine = await start(() => []);
    let tries = 0;
    await startWorker(engine.url, { id: "connected-failure" }, (inngest) => [
      inngest.createFunction({ id: "final", triggers: [{ event: "connected/final" }] }, () => {
        tries++;
        throw new NonRetriableError("never again");
      }),
      inngest.createFunction({ id: "spent", retries: 0, triggers: [{ event: "connected/spent" }] }, () => {
        throw new Error("no tries are left");
      }),
    ]);
    await engine.send([{ name: "connected/final" }, { name: "connected/spent" }]);
    expect(await endedRun(engine, "connected-failure-final")).toMatchObject({
      status: "Failed",
      error: { message: "never again" },
    });
    expect(tries).toBe(1);
    expect(await endedRun(engine, "connected-failure-spent")).toMatchObject({
      status: "Failed",
      error: { message: "no tries are left" },
    });
  });

  sockets("gives requests to workers that are ready, and lets one that leaves finish first", async () => {
    const engine = await start(() => [], { maxConcurrentCalls: 10 });
    const served: string[] = [];
    const gate = createGate();
    const build =
      (worker: string): BuildFunctions =>
      (inngest) => [
        inngest.createFunction({ id: "serve", triggers: [{ event: "connected/serve" }] }, async ({ step }) =>
          step.run("serve", async () => {
            served.push(worker);
            if (served.length === 1) await gate.opened;
            return worker;
          }),
        ),
      ];
    const runs = async () =>
      (await engine.runs()).filter(({ functionId }) => functionId === "connected-pair-serve");
    const first = await startWorker(engine.url, { id: "connected-pair" }, build("first"));
    // The engine is idle only when the first worker has answered, so this is not waited for.
    const sent = engine.send({ name: "connected/serve" });
    await vi.waitFor(() => expect(served).toEqual(["first"]), patience);
    await startWorker(engine.url, { id: "connected-pair" }, build("second"));
    const left = first.close();
    await vi.waitFor(() => expect(first.state).toBe("CLOSING"), patience);
    const more = engine.send([{ name: "connected/serve" }, { name: "connected/serve" }]);
    await vi.waitFor(() => expect(served).toEqual(["first", "second", "second"]), patience);
    gate.open();
    await left;
    await Promise.all([sent, more]);
    await vi.waitFor(async () => {
      await engine.runUntilIdle();
      expect((await runs()).map(({ output }) => output)).toEqual(["first", "second", "second"]);
    }, patience);
  });

  sockets("gives a worker no more at a time than it takes", async () => {
    const engine = await start(() => [], { maxConcurrentCalls: 10 });
    const gate = createGate();
    let atOnce = 0;
    let most = 0;
    await startWorker(engine.url, { id: "connected-narrow", maxWorkerConcurrency: 2 }, (inngest) => [
      inngest.createFunction({ id: "count", triggers: [{ event: "connected/count" }] }, async () => {
        most = Math.max(most, ++atOnce);
        await gate.opened;
        atOnce--;
      }),
    ]);
    // The engine is idle only when the gate is open, so this is not waited for.
    const sent = engine.send(Array.from({ length: 8 }, () => ({ name: "connected/count" })));
    await vi.waitFor(() => expect(most).toBe(2), patience);
    gate.open();
    await sent;
    await vi.waitFor(async () => {
      await engine.runUntilIdle();
      const runs = (await engine.runs()).filter(({ functionId }) => functionId === "connected-narrow-count");
      expect(runs.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => "Completed"));
    }, patience);
    expect(most).toBe(2);
  });
}

/** Holds up handlers until the test has seen what it waits for. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
