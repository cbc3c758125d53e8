import type { Cache } from "@org/integrations/cache/port";
import { upstashCache } from "@org/integrations/cache/upstash";
import { failureOf } from "@org/integrations/contracts";
import { type Emulators, startEmulators } from "@org/local-stack";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Product } from "../port.ts";
import { type ProductCache, productCache } from "./cache.ts";

const rice: Product = {
  productId: "prod_rice",
  shopId: "shop_1",
  name: "Rice",
  description: "Aged.",
  category: "Staples",
  unit: "1 kg",
  price: 19.99,
  available: 10,
};

let emulators: Emulators;
let cache: Cache;
let reader: ProductCache;
/** What the store has. */
const stored = new Map<string, Product>();
const get = vi.fn(async (productId: string) => stored.get(productId));
const warn = vi.fn();

beforeAll(async () => {
  emulators = await startEmulators({ rateLimits: false });
  cache = upstashCache(emulators.upstash);
  const log = { debug: vi.fn(), info: vi.fn(), warn, error: vi.fn() };
  reader = productCache({ cache, products: { get }, log });
});
beforeEach(async () => {
  await cache.delete("product:prod_rice");
  vi.clearAllMocks();
  stored.clear();
  stored.set(rice.productId, rice);
});
afterAll(() => emulators.stop());

it("asks the store once, and the cache from then on", async () => {
  expect(await reader.get(rice.productId)).toEqual(rice);
  expect(await reader.get(rice.productId)).toEqual(rice);
  expect(get).toHaveBeenCalledTimes(1);
});

it("has a change once it is refreshed, and forgets what is gone", async () => {
  await reader.get(rice.productId);
  stored.set(rice.productId, { ...rice, price: 25 });
  await reader.refresh(rice.productId);
  expect(await reader.get(rice.productId)).toMatchObject({ price: 25 });
  stored.clear();
  expect(await reader.refresh(rice.productId)).toBeUndefined();
  expect(await reader.get(rice.productId)).toBeUndefined();
});

it("asks the store when the entry was written by another release", async () => {
  await cache.set("product:prod_rice", { ...rice, price: "19.99" }, { ttl: 60_000 });
  expect(await reader.get(rice.productId)).toEqual(rice);
});

it("answers readers from the store while the cache is down, and fails a refresh", async () => {
  emulators.failNext("upstash", { status: 503, times: 3 });
  expect(await reader.get(rice.productId)).toEqual(rice);
  expect(warn).toHaveBeenCalledTimes(2);
  expect((await failureOf(reader.refresh(rice.productId))).kind).toBe("retryable");
});
