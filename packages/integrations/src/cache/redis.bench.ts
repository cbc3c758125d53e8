import { Redis } from "ioredis";
import { describe } from "vitest";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { token } from "../testing/personal-data.ts";
import { hasRedisServer, startRedisServer } from "../testing/redis-server.ts";
import { type TcpFault, tcpProxy } from "../testing/tcp-proxy.ts";
import type { IndiscreetVendor, VendorBench } from "../testing/vendor-bench.ts";
import { type CacheBench, type CacheFault, cacheContract } from "./contract.ts";
import type { Cache } from "./port.ts";
import { redisCache } from "./redis.ts";

const { name, email, phone, text } = personal;
const password = "a-long-secret";
const faults: Record<CacheFault, TcpFault> = {
  busy: { instead: "-LOADING Redis is loading the dataset in memory\r\n" },
  slow: "silence",
  dropped: "drop",
  cut: "cut",
  malformed: { garbage: "<html>\r\n" },
};

/** The user's name and password stand in the address. */
async function quoting({ address, timeout }: IndiscreetVendor, call: (cache: Cache) => Promise<unknown>) {
  const cache = redisCache({ url: `redis://${encodeURIComponent(name)}:${token}@${address}`, timeout });
  await call(cache).finally(() => cache.close());
}

export const bench: VendorBench = {
  contract: () =>
    describe.skipIf(!hasRedisServer())("on a machine with redis-server", () => cacheContract("Redis", start)),
  personalData: {
    protocol: "redis",
    calls: {
      "an entry": (vendor) =>
        quoting(vendor, (cache) => cache.set(`user:${email}`, { name, phone }, { ttl: 1000 })),
      "an entry with tags": (vendor) =>
        quoting(vendor, (cache) => cache.set(email, { name, phone }, { ttl: 1000, tags: [text] })),
      "a count": (vendor) => quoting(vendor, (cache) => cache.hit(phone, { limit: 1, window: 1000 })),
    },
  },
  outage: {
    isPossible: hasRedisServer(),
    open({ redisUrl }) {
      const cache = redisCache({ url: redisUrl });
      return { ask: (key) => cache.set(key, "value", { ttl: 60_000 }), close: cache.close };
    },
  },
  check: { refused: { REDIS_URL: "redis://:unknown@127.0.0.1:1" }, says: "Redis" },
};

async function start(): Promise<CacheBench> {
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
