import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import { expect } from "vitest";
import {
  type Bench,
  type BenchRun,
  createHttpBench,
  type HttpEngine,
  type Problem,
} from "../conformance/index.ts";
import { createConnect } from "../connect/connect.ts";
import { enginePorts } from "../connect/engine-ports.ts";
import type { Store } from "../core/store.ts";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { createHttpTransport } from "../engine/transport.ts";
import { createRealtime } from "../realtime/realtime.ts";
import { createHttpApi, listen } from "../server/server.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createSqliteStore } from "../store/sqlite-store.ts";
import type { TestClientOptions } from "../test/sdk.ts";
import { createTestEngine } from "../test/test-engine.ts";
import { createTimedEngine } from "../test/timed-engine.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

const wording: Record<Problem, { name: string; message: string }> = {
  "too-many-steps": { name: "TooManySteps", message: "1001 steps" },
  "step-output-too-large": { name: "StepOutputTooLarge", message: 'step "big"' },
  "result-too-large": { name: "ResultTooLarge", message: "the function's result has 5242882 bytes" },
  "unreadable-expression": { name: "InvalidExpression", message: 'step "odd"' },
};

function expectError(problem: Problem, { error }: BenchRun): void {
  const { name, message } = wording[problem];
  expect(error).toMatchObject({ name, message: expect.stringContaining(message) });
}

/** The test engine: no sockets, on a store of its own. */
function inProcess(name: string, makeStore: () => { store: Store; remove: () => void }): Bench {
  return {
    name,
    expectError,
    without: ["sockets"],
    async start(build, { startTime, maxConcurrentCalls }) {
      const { store, remove } = makeStore();
      const app = (clientOptions: TestClientOptions) => {
        const client = new Inngest({ id: "app", logger: quiet, ...clientOptions });
        return { client, functions: build(client) };
      };
      const engine = createTestEngine({ apps: [app], now: startTime, store, maxConcurrentCalls });
      return {
        send: async (events) => (await engine.send(events)).ids,
        settle: engine.runUntilIdle,
        now: engine.now,
        advanceTo: engine.advanceTo,
        runs: () => engine.runs(),
        events: (eventName) => engine.events({ name: eventName }),
        cancelRun: engine.cancel,
        cancelRuns: ({ functionId, ...selection }) =>
          engine.controls.cancelRuns({ ...selection, functionId: `app-${functionId}` }),
        controls: engine.controls,
        async close() {
          await engine.close();
          remove();
        },
      };
    },
  };
}

/** The engine's HTTP interface on a clock that stands still. */
async function openVirtualServer({
  startTime,
  maxConcurrentCalls,
}: Parameters<Bench["start"]>[1]): Promise<HttpEngine> {
  const clock = createVirtualClock(startTime.getTime());
  const transport = createHttpTransport();
  const connect = createConnect({ http: transport, ...enginePorts(() => engine), log() {} });
  const engine: Engine = createEngine({
    store: createMemoryStore(),
    clock,
    transport: connect.transport,
    maxConcurrentCalls,
    retention: false,
  });
  const realtime = createRealtime({ now: engine.now });
  const api = createHttpApi(engine, {
    version: "test",
    virtualTime: true,
    extra: [realtime.api, connect.api],
  });
  const server = await listen(api, { host: "127.0.0.1", port: 0 });
  const timed = createTimedEngine({
    engine,
    clock,
    register: async () => {},
    describeHang: () => "a call hangs",
  });
  return {
    url: server.url,
    time: { now: timed.now, advanceTo: timed.advanceTo, settle: timed.runUntilIdle },
    controls: timed.controls,
    async close() {
      realtime.close();
      const closed = server.close();
      await timed.close();
      connect.close();
      await closed;
      transport.close();
    },
  };
}

export const ownBenches: readonly Bench[] = [
  inProcess("memory", () => ({ store: createMemoryStore(), remove() {} })),
  inProcess("disk", () => {
    const folder = mkdtempSync(join(tmpdir(), "local-engine-"));
    return {
      store: createSqliteStore({ folder }),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  }),
  createHttpBench({ name: "HTTP", open: openVirtualServer, expectError }),
];
