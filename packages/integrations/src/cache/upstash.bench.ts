import { startEmulators } from "@org/local-stack";
import { Redis } from "@upstash/redis";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { token } from "../testing/personal-data.ts";
import type { IndiscreetVendor, VendorBench } from "../testing/vendor-bench.ts";
import { type CacheBench, type CacheFault, cacheContract } from "./contract.ts";
import { upstashCache } from "./upstash.ts";

const { name, email, phone, text } = personal;
const faults = {
  busy: { status: 429, retryAfter: 2 },
  slow: { delay: 2_000 },
  dropped: { drop: true },
  cut: { cut: true },
  malformed: { malformed: true },
} as const satisfies Record<CacheFault, object>;

const quoting = ({ address: url, timeout }: IndiscreetVendor) => upstashCache({ url, token, timeout });

export const bench: VendorBench = {
  contract: () => cacheContract("Upstash", startUpstash),
  personalData: {
    protocol: "http",
    calls: {
      "an entry": async (vendor) =>
        quoting(vendor).set(`user:${email}`, { name, phone }, { ttl: 1000, tags: [text] }),
      "a count": async (vendor) => quoting(vendor).hit(phone, { limit: 1, window: 1000 }),
    },
  },
  outage: {
    open({ upstash }) {
      const cache = upstashCache(upstash);
      return { ask: (key) => cache.set(key, "value", { ttl: 60_000 }) };
    },
  },
  check: {
    refused: { UPSTASH_REDIS_REST_TOKEN: "unknown" },
    says: "Upstash",
    address: "UPSTASH_REDIS_REST_URL",
  },
};

/** @param redisUrl what is behind it; default a Redis in memory. */
export async function startUpstash(redisUrl?: string): Promise<CacheBench> {
  const vendors = await startEmulators({ rateLimits: false, ...(redisUrl ? { redisUrl } : {}) });
  const { url, token } = vendors.upstash;
  const redis = new Redis({ url, token, retry: { retries: 0 } });
  return {
    cache: upstashCache({ url, token }),
    impatient: upstashCache({ url, token, timeout: 100 }),
    unauthorised: upstashCache({ url, token: "unknown" }),
    unreachable: upstashCache({ url: await closedUrl(), token }),
    failNext: (fault) => vendors.failNext("upstash", faults[fault]),
    writeRaw: async (key, text) => {
      await redis.set(key, text);
    },
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
