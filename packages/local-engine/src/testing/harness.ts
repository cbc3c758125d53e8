import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import { createHttpTransport } from "../engine/transport.ts";
import { createHttpApi, listen } from "../server/server.ts";
import { syncApp } from "../server/sync.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createSqliteStore } from "../store/sqlite-store.ts";
import { createTestEngine } from "../test/test-engine.ts";
import { createTimedEngine, type TimedEngine } from "../test/timed-engine.ts";

type Functions = ReturnType<Inngest["createFunction"]>[];

/** Makes an app's functions with the client that the harness provides. */
export type BuildFunctions = (inngest: Inngest) => Functions;

export interface HarnessOptions {
  /** Handlers that may run at the same time. */
  maxConcurrentCalls?: number;
  appId?: string;
}

/** One way of running the engine: the same tests pass on each. */
export interface Harness {
  name: string;
  start(build: BuildFunctions, options?: HarnessOptions): Promise<TimedEngine>;
}

export const startTime = "2026-11-01T00:00:00Z";

const quietLogger = { info() {}, warn() {}, error() {}, debug() {} };

function inProcess(
  name: string,
  makeStore: () => { store: ReturnType<typeof createMemoryStore>; remove: () => void },
): Harness {
  return {
    name,
    async start(build, { maxConcurrentCalls = 1, appId = "app" } = {}) {
      const { store, remove } = makeStore();
      const engine = createTestEngine({
        apps: [
          (clientOptions) => {
            const client = new Inngest({ id: appId, logger: quietLogger, ...clientOptions });
            return { client, functions: build(client) };
          },
        ],
        now: startTime,
        store,
        maxConcurrentCalls,
      });
      return {
        ...engine,
        async close() {
          await engine.close();
          remove();
        },
      };
    },
  };
}

/** Everything over sockets: the engine's HTTP interface, and an app served by node's http module. */
const overHttp: Harness = {
  name: "HTTP",
  async start(build, { maxConcurrentCalls = 1, appId = "app" } = {}) {
    const clock = createVirtualClock(Date.parse(startTime));
    const transport = createHttpTransport();
    const engine = createEngine({ store: createMemoryStore(), clock, transport, maxConcurrentCalls });
    const server = await listen(createHttpApi(engine, { version: "test", virtualTime: true }), {
      host: "127.0.0.1",
      port: 0,
    });
    const client = new Inngest({ id: appId, isDev: true, baseUrl: server.url, logger: quietLogger });
    const app = createServer(serve({ client, functions: build(client) }));
    const url = await listenOnFreePort(app);
    const timed = createTimedEngine({
      engine,
      clock,
      async register() {
        if (engine.apps().length > 0) return;
        const problem = await syncApp(transport, url);
        if (problem !== undefined) throw new Error(problem);
      },
      describeHang: () => "a call hangs",
    });
    return {
      ...timed,
      async close() {
        app.closeAllConnections();
        app.close();
        await server.close();
        await timed.close();
        transport.close();
      },
    };
  },
};

export const harnesses: readonly Harness[] = [
  inProcess("memory", () => ({ store: createMemoryStore(), remove() {} })),
  inProcess("disk", () => {
    const folder = mkdtempSync(join(tmpdir(), "local-engine-"));
    return {
      store: createSqliteStore({ folder }),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  }),
  overHttp,
];

export function listenOnFreePort(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${toAddress(server.address()).port}/api/inngest`),
    );
  });
}

/** Guarantee: a server listening on a host and port has an address object. */
function toAddress(address: ReturnType<Server["address"]>): AddressInfo {
  return address as AddressInfo;
}
