import { afterEach, expect, it } from "vitest";
import { type DevServer, type DevServerOptions, startDevServer } from "../dev-server.ts";
import { hashSigningKey } from "../protocol/signature.ts";

const signingKey = "signkey-test-0123456789abcdef0123456789abcdef";
const authorization = `Bearer ${hashSigningKey(signingKey)}`;
let server: DevServer;

async function start(options: DevServerOptions = {}): Promise<void> {
  server = await startDevServer({ port: 0, ...options });
}
afterEach(() => server.close());

const call = (path: string, init: RequestInit = {}) => fetch(server.url + path, init);
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  call(path, { method: "POST", body, headers });
const event = JSON.stringify({ name: "go" });

it.each([
  ["GET", "/dev"],
  ["GET", "/v1/events"],
  ["GET", "/v1/runs/any"],
  ["DELETE", "/v1/runs/any"],
  ["GET", "/v1/apps/any/functions"],
  ["POST", "/v1/cancellations"],
  ["POST", "/v1/signals"],
  ["POST", "/v1/traces/userland"],
  ["POST", "/v1/realtime/publish?channel=c&topic=t"],
  ["POST", "/v1/realtime/token"],
  ["POST", "/v1/checkpoint/any/async"],
  ["GET", "/v0/runs/any/actions"],
  ["POST", "/v0/connect/start"],
  ["POST", "/fn/register"],
  ["POST", "/invoke/any"],
  ["GET", "/of-tomorrow"],
])("%s %s needs the key", async (method, path) => {
  await start({ signingKey, eventKeys: ["key"] });
  const body = method === "POST" ? "{}" : undefined;
  for (const headers of [{}, { authorization: `Bearer ${signingKey}` }]) {
    expect((await call(path, { method, headers, ...(body ? { body } : {}) })).status).toBe(401);
  }
  const known = await call(path, { method, headers: { authorization }, ...(body ? { body } : {}) });
  expect(known.status).not.toBe(401);
});

it("tells everybody that it is there, and shows everybody where to sign in", async () => {
  await start({ signingKey });
  for (const path of ["/health", "/", "/runs", "/dashboard/app.js"]) {
    expect([path, (await call(path)).status]).toEqual([path, 200]);
  }
});

it("takes events with one of its event keys, or from who has the signing key", async () => {
  await start({ signingKey, eventKeys: ["one", "another/key"] });
  for (const path of ["/e/one", `/e/${encodeURIComponent("another/key")}`]) {
    expect((await post(path, event)).status).toBe(200);
  }
  expect((await post("/e", event, { authorization })).status).toBe(200);
  for (const path of ["/e", "/e/", "/e/on", "/e/one/", "/e/__proto__", "/e/%E0%A4%A"]) {
    const refused = await post(path, event);
    expect([path, refused.status]).toEqual([path, 401]);
  }
  expect(server.engine.events()).toHaveLength(3);
});

it("takes no events with a signing key alone, and says what to give it", async () => {
  await start({ signingKey });
  const refused = await post("/e/key", event);
  expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining("--event-key")]);
});

it.each(["/fn/register", "/invoke/any", "/v1/signals", "/dashboard/api/apps/sync"])(
  "reads no more at %s than a request can need",
  async (path) => {
    await start();
    const tooLong = JSON.stringify({ text: "x".repeat(4 * 1024 * 1024) });
    expect((await post(path, tooLong)).status).toBe(413);
    // Without a length: whoever reads it whole first has it in memory by then.
    const chunks = Array.from({ length: 5 }, () => new Uint8Array(1024 * 1024));
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = chunks.pop();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
    expect((await call(path, init)).status).toBe(413);
  },
);
