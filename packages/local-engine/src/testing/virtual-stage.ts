import { createServer, type Server } from "node:http";
import type { Inngest } from "inngest";
import { serve } from "inngest/node";
import { onTestFinished } from "vitest";
import { createDashboard } from "../dashboard/dashboard.ts";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import { createHttpTransport } from "../engine/transport.ts";
import { createRealtime } from "../realtime/realtime.ts";
import { createHttpApi, listen } from "../server/server.ts";
import { createAppSync } from "../server/sync.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createTimedEngine } from "../test/timed-engine.ts";

interface App {
  client: Inngest.Any;
  functions: ReturnType<Inngest["createFunction"]>[];
}

/** An engine with its page on a clock that stands still, and apps that it calls over HTTP. Closed after the test. */
export async function startVirtualStage(apps: readonly ((options: object) => App)[], now: string) {
  const clock = createVirtualClock(Date.parse(now));
  const transport = createHttpTransport();
  const engine = createEngine({ store: createMemoryStore(), clock, transport, retention: false });
  const sync = createAppSync({ engine, transport, urls: [], pollInterval: undefined, log() {} });
  const realtime = createRealtime({ now: engine.now, signingKey: undefined });
  const dashboard = createDashboard({ engine, sync, examples: {}, realtime: realtime.hub });
  const api = createHttpApi(engine, { version: "test", virtualTime: true, extra: [dashboard] });
  const server = await listen(api, { host: "127.0.0.1", port: 0 });
  const timed = createTimedEngine({
    engine,
    clock,
    register: async () => {},
    describeHang: () => "a call hangs",
  });
  const servers: Server[] = [];
  onTestFinished(async () => {
    sync.stop();
    realtime.close();
    for (const app of servers) app.closeAllConnections();
    for (const app of servers) app.close();
    await server.close();
    await timed.close();
    transport.close();
  });
  for (const create of apps) {
    const app = createServer(serve(create({ isDev: true, baseUrl: server.url })));
    servers.push(app);
    const problem = await sync.add(await addressOf(app));
    if (problem !== undefined) throw new Error(problem);
  }
  const request = (path: string, init?: RequestInit) => fetch(`${server.url}/dashboard/api${path}`, init);
  return {
    engine,
    timed,
    request,
    /** Guarantee: the route at the path answers this type. */
    read: async <Result>(path: string) => (await (await request(path)).json()) as Result,
    post: (path: string, body: unknown = {}) => request(path, { method: "POST", body: JSON.stringify(body) }),
  };
}

function addressOf(app: Server): Promise<string> {
  return new Promise((resolve) => {
    app.listen(0, "127.0.0.1", () => {
      const address = app.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/api/inngest`);
    });
  });
}
