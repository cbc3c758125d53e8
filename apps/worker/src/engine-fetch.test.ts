import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { engineFetch } from "./engine-fetch.ts";

let server: http.Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

async function listen(answer: http.RequestListener): Promise<string> {
  server = http.createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with what it was sent. */
const echo: http.RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { method, headers } = request;
    const body = Buffer.concat(chunks).toString();
    response.writeHead(202, { "content-type": "application/json", "set-cookie": ["a=1", "b=2"] });
    response.end(JSON.stringify({ method, body, headers }));
  });
};

it("answers as fetch does", async () => {
  const url = await listen(echo);
  const asked = { method: "POST", body: "₹ 1,250", headers: { "content-type": "text/plain", "x-own": "1" } };
  const [own, nodes] = await Promise.all([engineFetch(url, asked), fetch(url, asked)]);
  expect([own.status, own.ok, own.headers.getSetCookie()]).toEqual([202, true, ["a=1", "b=2"]]);
  const [ownBody, nodesBody] = (await Promise.all([own.json(), nodes.json()])).map(Object);
  expect(ownBody).toMatchObject({ method: "POST", body: "₹ 1,250" });
  expect(ownBody.headers).toMatchObject({ "content-length": "9", "x-own": "1" });
  expect(nodesBody).toMatchObject({ method: ownBody.method, body: ownBody.body });
});

it("keeps its connection from one call to the next", async () => {
  let connections = 0;
  const url = await listen(echo);
  server?.on("connection", () => {
    connections += 1;
  });
  for (let call = 0; call < 5; call += 1)
    await (await engineFetch(url, { method: "POST", body: "{}" })).text();
  expect(connections).toBe(1);
});

it("leaves other bodies and requests to Node's own", async () => {
  const url = await listen(echo);
  const form = await engineFetch(url, { method: "POST", body: new URLSearchParams({ a: "1" }) });
  expect(await form.json()).toMatchObject({ body: "a=1" });
  const request = await engineFetch(new Request(url, { method: "PUT", body: "two" }));
  expect(await request.json()).toMatchObject({ method: "PUT", body: "two" });
});

it("has no body where a status has none", async () => {
  const url = await listen((_request, response) => response.writeHead(204).end());
  const { status, body } = await engineFetch(url, { method: "DELETE" });
  expect([status, body]).toEqual([204, null]);
});

it("says in the SDK's words that nobody is there, or that the answer broke off", async () => {
  const url = await listen((_request, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("half", () => response.destroy());
  });
  await expect(engineFetch(url)).rejects.toThrow("fetch failed");
  await expect(engineFetch("http://127.0.0.1:1/e/key")).rejects.toThrow("fetch failed");
});

it("ends with its signal's reason", async () => {
  const controller = new AbortController();
  const url = await listen(() => controller.abort(new Error("Nobody waits any more.")));
  await expect(engineFetch(url, { signal: controller.signal })).rejects.toThrow("Nobody waits any more.");
});
