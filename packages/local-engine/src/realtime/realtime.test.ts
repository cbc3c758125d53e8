import { Hono } from "hono";
import { expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { type DevServer, startDevServer } from "../dev-server.ts";
import { hashSigningKey } from "../protocol/signature.ts";
import { listen } from "../server/server.ts";
import { eventually } from "../testing/eventually.ts";
import { createRealtimeHub } from "./hub.ts";
import { createRealtime, type RealtimeOptions } from "./realtime.ts";

async function startRealtime(options: Partial<RealtimeOptions> = {}) {
  const realtime = createRealtime({ now: Date.now, ...options });
  const server = await listen(new Hono().route("/", realtime.api), { host: "127.0.0.1", port: 0 });
  onTestFinished(async () => {
    realtime.close();
    await server.close();
  });
  return { url: server.url, hub: realtime.hub };
}

const post = (url: string, body: RequestInit["body"] = "{}", headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", body, headers });

async function tokenFor(url: string, topic = "status", headers: Record<string, string> = {}) {
  const wanted = JSON.stringify([{ channel: "room", name: topic, kind: "run" }]);
  const answer: { jwt: string } = JSON.parse(
    await (await post(`${url}/v1/realtime/token`, wanted, headers)).text(),
  );
  return answer.jwt;
}

/** How an attempt to connect is answered: undefined when the socket opens. */
function refusal(url: string, token: string | undefined, headers: Record<string, string> = {}) {
  const query = token === undefined ? "" : `?token=${token}`;
  const socket = new WebSocket(`${url.replace("http", "ws")}/v1/realtime/connect${query}`, { headers });
  onTestFinished(() => socket.terminate());
  return new Promise<{ status: number; body: string } | undefined>((resolve, reject) => {
    socket.once("open", () => resolve(undefined));
    socket.once("error", reject);
    socket.once("unexpected-response", (_request, response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
  });
}

async function open(url: string, topic = "status") {
  const socket = new WebSocket(
    `${url.replace("http", "ws")}/v1/realtime/connect?token=${await tokenFor(url, topic)}`,
  );
  onTestFinished(() => socket.terminate());
  const heard: unknown[] = [];
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.on("message", (data) => heard.push(JSON.parse(String(data)).data));
  await new Promise((resolve) => socket.once("open", resolve));
  return { socket, heard, closed };
}

it("refuses a token that is missing, forged or of another engine with 401, and says why", async () => {
  const { url } = await startRealtime();
  const other = await startRealtime();
  expect(await refusal(url, undefined)).toMatchObject({
    status: 401,
    body: expect.stringContaining("is missing"),
  });
  const token = await tokenFor(url);
  expect(await refusal(url, token)).toBeUndefined();
  for (const wrong of ["nonsense", `${token.slice(0, -6)}abcdef`, await tokenFor(other.url)]) {
    expect(await refusal(url, wrong)).toMatchObject({
      status: 401,
      body: expect.stringContaining("not one of this engine's"),
    });
  }
});

it("refuses a token after a minute with 401, and keeps a connection that it opened", async () => {
  let now = Date.parse("2026-11-01T00:00:00Z");
  const { url, hub } = await startRealtime({ tokenNow: () => now });
  const token = await tokenFor(url);
  const { heard } = await open(url);
  now += 59_000;
  expect(await refusal(url, token)).toBeUndefined();
  now += 1_000;
  expect(await refusal(url, token)).toMatchObject({
    status: 401,
    body: expect.stringContaining("was good until 2026-11-01T00:01:00.000Z"),
  });
  hub.publish({ kind: "data", channel: "room", topic: "status", data: 1 });
  await eventually(() => expect(heard).toEqual([1]));
});

it("takes a token for subscribing only", async () => {
  const { url, hub } = await startRealtime();
  const token = await tokenFor(url);
  const answer = await post(`${url}/v1/realtime/publish?channel=room&topic=status`, "1", {
    authorization: `Bearer ${token}`,
  });
  expect([answer.status, await answer.text()]).toEqual([
    403,
    expect.stringContaining("subscribe, not publish"),
  ]);
  expect(hub.recent()).toEqual([]);
});

it("keeps tokens over a restart when there is a signing key, which those who publish need", async () => {
  const signingKey = "signkey-test-12345678";
  const authorization = `Bearer ${hashSigningKey(signingKey)}`;
  const start = (): Promise<DevServer> => startDevServer({ port: 0, pollInterval: false, signingKey });
  const first = await start();
  expect((await post(`${first.url}/v1/realtime/token`)).status).toBe(401);
  expect((await post(`${first.url}/v1/realtime/publish?channel=a&topic=b`)).status).toBe(401);
  const token = await tokenFor(first.url, "status", { authorization });
  expect(await refusal(first.url, token)).toBeUndefined();
  await first.close();
  const second = await start();
  onTestFinished(() => second.close());
  expect(await refusal(second.url, token)).toBeUndefined();
});

it("holds the check of the host for sockets too, and takes sockets only", async () => {
  const server = await startDevServer({ port: 0, pollInterval: false });
  onTestFinished(() => server.close());
  const token = await tokenFor(server.url);
  expect(await refusal(server.url, token, { host: "evil.example" })).toMatchObject({ status: 403 });
  const plain = await fetch(`${server.url}/v1/realtime/connect?token=${token}`);
  expect([plain.status, await plain.text()]).toEqual([426, expect.stringContaining("WebSockets only")]);
});

it("says what is wrong with a request, and publishes nothing of it", async () => {
  const { url, hub } = await startRealtime();
  const answers: [path: string, body: string, status: number, text: string][] = [
    ["token", "nonsense", 400, "not valid JSON"],
    ["token", "[]", 400, "at least one topic"],
    ["token", '[{"channel":"a"}]', 400, "name"],
    ["publish?topic=a", "1", 400, "channel"],
    ["publish?channel=a", "1", 400, "at least one `topic`"],
    ["publish?channel=a&topic=", "1", 400, "topics"],
    ["publish?channel=a&topic=b", "x".repeat(4 * 1024 * 1024 + 1), 413, "over the limit of 4194304 bytes"],
  ];
  for (const [path, body, status, text] of answers) {
    const answer = await post(`${url}/v1/realtime/${path}`, body);
    expect([path, answer.status, await answer.text()]).toEqual([path, status, expect.stringContaining(text)]);
  }
  expect(hub.recent()).toEqual([]);
});

it("lets go of a subscriber that does not keep up, and serves the others", async () => {
  const { url, hub } = await startRealtime({ mostWaitingBytes: 64 * 1024 });
  const slow = await open(url);
  const quick = await open(url);
  slow.socket.pause();
  const count = 100;
  for (let position = 0; position < count; position++) {
    const data = { position, text: "x".repeat(256 * 1024) };
    hub.publish({ kind: "data", channel: "room", topic: "status", data });
    await eventually(() => expect(quick.heard).toHaveLength(position + 1));
  }
  slow.socket.resume();
  expect(await slow.closed).toEqual({
    code: 1013,
    reason: "too slow: messages were left out. Subscribe again.",
  });
  expect(slow.heard.length).toBeLessThan(count);
  expect(slow.heard).toEqual(quick.heard.slice(0, slow.heard.length));
});

it("ends subscribers that are no longer there", async () => {
  const { url } = await startRealtime({ pingInterval: 20 });
  const present = await open(url);
  const gone = await open(url);
  gone.socket.pause();
  let pings = 0;
  present.socket.on("ping", () => pings++);
  await eventually(() => expect(pings).toBeGreaterThan(4));
  gone.socket.resume();
  expect((await gone.closed).code).toBe(1006);
  expect(present.socket.readyState).toBe(WebSocket.OPEN);
});

it("ends a stream that breaks off for those who follow it", async () => {
  const { url, hub } = await startRealtime();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const abort = new AbortController();
  const published = fetch(`${url}/v1/realtime/publish?channel=room&topic=status`, {
    method: "POST",
    headers: { "content-type": "text/stream" },
    body: readable,
    duplex: "half",
    signal: abort.signal,
  }).catch(() => "broken off");
  await writer.write(new TextEncoder().encode("half a"));
  await eventually(() => expect(hub.recent()).toHaveLength(2));
  abort.abort();
  expect(await published).toBe("broken off");
  await eventually(() =>
    expect(hub.recent().map(({ kind }) => kind)).toEqual(["datastream-start", "chunk", "datastream-end"]),
  );
});

it("ends its subscriptions when the engine stops", async () => {
  const server = await startDevServer({ port: 0, pollInterval: false });
  const { closed } = await open(server.url);
  await server.close();
  expect([1001, 1006]).toContain((await closed).code);
});

it("remembers only the last messages, for those who look in", () => {
  const hub = createRealtimeHub({ now: () => 1 });
  const publish = (data: unknown) => hub.publish({ kind: "data", channel: "a", topic: "b", data });
  for (let position = 0; position < 300; position++) publish(position);
  expect(hub.recent().map(({ data }) => data)).toEqual(
    Array.from({ length: 200 }, (_none, index) => index + 100),
  );
  publish("x".repeat(900 * 1024));
  publish("y".repeat(200 * 1024));
  expect(hub.recent()).toHaveLength(1);
});
