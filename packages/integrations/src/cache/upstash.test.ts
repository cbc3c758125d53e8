import { describe, expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { hasRedisServer, startRedisServer } from "../testing/redis-server.ts";
import { cacheContract } from "./contract.ts";
import { startUpstash } from "./upstash.bench.ts";
import { upstashCache } from "./upstash.ts";

describe.skipIf(!hasRedisServer())("on a machine with redis-server", () => {
  cacheContract("Upstash before a real Redis", async () => {
    const server = await startRedisServer();
    const inner = await startUpstash(server.url);
    const stop = async () => {
      await inner.stop();
      await server.stop();
    };
    return { ...inner, stop };
  });
});

async function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const server = await cannedServer({ status, headers, body: JSON.stringify(body) });
  return { server, cache: upstashCache({ url: server.url, token: "secret-token" }) };
}

it.each([
  ["an error beside the status 200", 200, { error: `WRONGTYPE ${personal.email}` }, "final", "WRONGTYPE"],
  ["a database that is loading", 400, { error: "LOADING Redis is loading" }, "retryable", "LOADING"],
  ["a command that is wrong", 400, { error: `ERR bad ${personal.name}` }, "final", "ERR"],
  ["a used-up plan", 400, { error: "ERR max daily request limit exceeded" }, "final", "ERR"],
  ["a proxy's refusal", 403, { message: personal.text }, "final", undefined],
  ["a failing service", 503, { error: "ERR unavailable" }, "retryable", undefined],
  ["an answer that is no result", 200, null, "retryable", undefined],
] as const)("%s, %s %j, is %s", async (_case, status, body, kind, code) => {
  const { server, cache } = await answering(status, body);
  const error = await failureOf(cache.get(personal.email), ["secret-token"]);
  expect(error).toMatchObject({ port: "cache", vendor: "upstash", kind, code });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

it("over the rate limit it says how long to wait", async () => {
  const { server, cache } = await answering(429, { error: "ERR slow down" }, { "retry-after": "3" });
  expect(await failureOf(cache.get("key"))).toMatchObject({ status: 429, retryAfter: 3000 });
  await server.stop();
});

it("an error in a transaction, with status 200, is final for a count", async () => {
  const { server, cache } = await answering(200, [
    { result: "OK" },
    { error: "ERR no integer" },
    { result: 5 },
  ]);
  const error = await failureOf(cache.hit(personal.phone, { limit: 1, window: 1000 }));
  expect(error).toMatchObject({ kind: "final", code: "ERR" });
  await server.stop();
});

it("a read after a write carries the write's token, for replicas", async () => {
  const { server, cache } = await answering(200, { result: "OK" }, { "upstash-sync-token": "abc" });
  await cache.delete("key");
  await cache.delete("key");
  expect(server.requests.map(({ headers }) => headers["upstash-sync-token"])).toEqual(["", "abc"]);
  await server.stop();
});
