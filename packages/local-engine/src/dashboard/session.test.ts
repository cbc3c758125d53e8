import { afterEach, beforeEach, expect, it } from "vitest";
import { type DevServer, startDevServer } from "../dev-server.ts";
import { hashSigningKey } from "../protocol/signature.ts";

const signingKey = "signkey-test-0123456789abcdef0123456789abcdef";
let server: DevServer;

beforeEach(async () => {
  server = await startDevServer({ port: 0, signingKey });
});
afterEach(() => server.close());

const call = (path: string, init: RequestInit = {}) => fetch(`${server.url}/dashboard/api${path}`, init);
const signIn = (key: string) => call("/sign-in", { method: "POST", body: JSON.stringify({ key }) });
const session = async (headers: Record<string, string> = {}) => (await call("/session", { headers })).json();

const reading = [
  "/events",
  "/events/any",
  "/events/any/body",
  "/event-names",
  "/prefill?name=any",
  "/runs",
  "/runs-by-id?ids=any",
  "/runs/any",
  "/runs/any/output",
  "/runs/any/test",
  "/runs/any/steps/any/output",
  "/apps",
  "/metrics?from=1&to=2",
  "/cascade/any",
  "/bulk/any",
  "/changes",
  "/realtime",
];
const changing = [
  "/send/e/any",
  "/events/any/replay",
  "/runs/any/cancel",
  "/runs/any/rerun",
  "/runs/any/rerun-from",
  "/runs/any/steps/any/skip",
  "/runs/any/steps/any/end-wait",
  "/functions/any/invoke",
  "/functions/any/pause",
  "/functions/any/resume",
  "/apps/sync",
  "/bulk/preview",
  "/bulk",
];

it.each(reading)("reads nothing at %s without the key", async (path) => {
  expect((await call(path)).status).toBe(401);
  expect((await call(path, { headers: { authorization: "Bearer wrong" } })).status).toBe(401);
});

it.each(changing)("changes nothing at %s without the key", async (path) => {
  const refused = await call(path, { method: "POST", body: '{"name":"forged"}' });
  expect([refused.status, await refused.json()]).toEqual([401, { error: expect.any(String), status: 401 }]);
  expect(server.engine.events()).toEqual([]);
});

it("gives a cookie that scripts cannot read for the right key, and refuses a wrong one with a reason", async () => {
  const refused = await signIn(`${signingKey}0`);
  expect([refused.status, await refused.json(), refused.headers.get("set-cookie")]).toEqual([
    401,
    { error: "this is not the engine's signing key.", status: 401 },
    null,
  ]);
  const accepted = await signIn(` ${signingKey}\n`);
  const cookie = accepted.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/; Path=\/dashboard\/api; HttpOnly; SameSite=Strict$/);
  expect(cookie).not.toContain(signingKey.slice(14));
  const headers = { cookie: cookie.split(";")[0] ?? "" };
  expect(await session()).toEqual({ required: true, signedIn: false });
  expect(await session(headers)).toEqual({ required: true, signedIn: true });
  expect((await call("/events", { headers })).status).toBe(200);
  const stream = await call("/changes", { headers });
  expect(stream.status).toBe(200);
  await stream.body?.cancel();
  const ended = await call("/sign-out", { method: "POST", headers });
  expect(ended.headers.get("set-cookie")).toContain("Max-Age=0");
});

it("keeps who signed in over a restart, until the key changes", async () => {
  const cookie = (await signIn(signingKey)).headers.get("set-cookie")?.split(";")[0] ?? "";
  const { port } = server;
  await server.close();
  server = await startDevServer({ port, signingKey });
  expect(await session({ cookie })).toMatchObject({ signedIn: true });
  await server.close();
  server = await startDevServer({ port, signingKey: `${signingKey}00` });
  expect(await session({ cookie })).toMatchObject({ signedIn: false });
});

it("lets programs in with the key that SDKs send", async () => {
  const authorization = `Bearer ${hashSigningKey(signingKey)}`;
  expect((await call("/runs", { headers: { authorization } })).status).toBe(200);
});

it("asks nobody when the engine has no key", async () => {
  await server.close();
  server = await startDevServer({ port: 0 });
  expect(await session()).toEqual({ required: false, signedIn: true });
  expect((await call("/events")).status).toBe(200);
});
