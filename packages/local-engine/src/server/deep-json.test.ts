import type { Hono } from "hono";
import { expect, it } from "vitest";
import { createDashboard } from "../dashboard/dashboard.ts";
import { createHttpTransport } from "../engine/transport.ts";
import { createRealtime } from "../realtime/realtime.ts";
import { startBareEngine } from "../testing/bare-engine.ts";
import { createHttpApi } from "./server.ts";
import { createAppSync } from "./sync.ts";

const levels = 5_000;
const list = `${"[".repeat(levels)}${"]".repeat(levels)}`;
const object = `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const bodies = [list, object, `{"name":"go","data":${object}}`, `{"qi_id":"q","steps":${list}}`];

/** Routes that read no body: their address says all. */
const withoutBody = /\/(replay|cancel|rerun|skip|resume|sign-out)$/;

/** The engine's whole interface, without a socket. */
async function openApi(): Promise<Hono> {
  const { engine } = await startBareEngine({ work: {} });
  const transport = createHttpTransport();
  const realtime = createRealtime({ now: engine.now, signingKey: undefined });
  const sync = createAppSync({ engine, transport, urls: [], pollInterval: undefined, log() {} });
  const dashboard = createDashboard({ engine, sync, examples: {}, realtime: realtime.hub });
  realtime.close();
  transport.close();
  return createHttpApi(engine, { version: "test", open: [dashboard], extra: [realtime.api] });
}

it("answers 400 to JSON of 5,000 levels at every door that takes JSON", async () => {
  const api = await openApi();
  const paths = new Set(
    api.routes
      .filter(({ method, path }) => (method === "POST" || method === "PUT") && !path.includes("*"))
      .map(({ path }) => path.replace(/:\w+/g, "any")),
  );
  expect(paths).toContain("/e/any");
  expect(paths).toContain("/fn/register");
  expect(paths).toContain("/v1/checkpoint/any/async");
  expect(paths).toContain("/dashboard/api/functions/any/invoke");
  const answers: [string, number][] = [];
  for (const path of paths) {
    for (const body of bodies) {
      const headers = { "content-type": "application/json", host: "127.0.0.1" };
      const answer = await api.request(`http://127.0.0.1${path}?channel=c&topic=t`, {
        method: "POST",
        headers,
        body,
      });
      answers.push([path, answer.status]);
    }
  }
  const wrong = answers.filter(([path, status]) => (withoutBody.test(path) ? status >= 500 : status !== 400));
  expect(wrong).toEqual([]);
  expect((await api.request("http://127.0.0.1/health", { headers: { host: "127.0.0.1" } })).status).toBe(200);
});
