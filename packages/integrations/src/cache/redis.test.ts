import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { closedUrl } from "../contracts/canned-server.ts";
import { failureOf } from "../contracts/failure.ts";
import { hasRedisServer, startRedisServer } from "../testing/redis-server.ts";
import { type TcpFault, tcpProxy } from "../testing/tcp-proxy.ts";
import { type CacheBench, type CacheFault, cacheContract } from "./contract.ts";
import { redisCache } from "./redis.ts";

const password = "a-long-secret";
const faults: Record<CacheFault, TcpFault> = {
  busy: { instead: "-LOADING Redis is loading the dataset in memory\r\n" },
  slow: "silence",
  dropped: "drop",
  cut: "cut",
  malformed: { garbage: "<html>\r\n" },
};

async function bench(): Promise<CacheBench> {
  const server = await startRedisServer({ password });
  const { port } = new URL(server.url);
  const proxy = await tcpProxy(Number(port));
  const urlAt = (at: number | string, secret: string) => `redis://:${secret}@127.0.0.1:${at}`;
  const direct = new Redis(urlAt(port, password));
  const proxied = urlAt(proxy.port, password);
  const caches = {
    cache: redisCache({ url: proxied }),
    impatient: redisCache({ url: proxied, timeout: 250 }),
    unauthorised: redisCache({ url: urlAt(port, "unknown") }),
    unreachable: redisCache({ url: urlAt(new URL(await closedUrl()).port, password) }),
  };
  return {
    ...caches,
    failNext: (fault) => proxy.failNext(faults[fault]),
    writeRaw: async (key, text) => {
      await direct.set(key, text);
    },
    reset: async () => {
      await direct.flushdb();
    },
    stop: async () => {
      await Promise.all(Object.values(caches).map((cache) => cache.close()));
      direct.disconnect();
      await proxy.stop();
      await server.stop();
    },
  };
}

describe.skipIf(!hasRedisServer())("on a machine with redis-server", () => {
  cacheContract("Redis", bench);

  it("a server that stops is retryable, and is used again when it is back", async () => {
    const server = await startRedisServer();
    const cache = redisCache({ url: server.url });
    await cache.set("key", 1, { ttl: 1000 });
    await server.stop();
    expect((await failureOf(cache.get("key"))).kind).toBe("retryable");
    const { port } = new URL(server.url);
    const back = await startRedisServer({ port });
    expect(await cache.get("key")).toBeUndefined();
    await cache.set("key", 2, { ttl: 1000 });
    expect(await cache.get("key")).toBe(2);
    await cache.close();
    await back.stop();
  });
});
