import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failureOf, personal } from "../contracts/failure.ts";
import type { Cache } from "./port.ts";

/** What can happen to the next call, in words that fit every protocol. */
export type CacheFault =
  /** Turned away for the moment, before any effect. */
  | "busy"
  /** The answer comes too late. */
  | "slow"
  /** The connection breaks before an answer. */
  | "dropped"
  /** The connection breaks in the middle of the answer. */
  | "cut"
  /** The answer is not of the protocol. */
  | "malformed";

/** A running service, and its adapter in front of it. */
export interface CacheBench {
  cache: Cache;
  /** The same with a time limit of at most 250 ms. */
  impatient: Cache;
  /** The same with credentials that the service does not know. */
  unauthorised: Cache;
  /** The same for an address on which nothing listens. */
  unreachable: Cache;
  /** What happens to the next call of `cache` and `impatient`. */
  failNext(fault: CacheFault): void;
  /** Writes a text under a key of Redis as another program would. */
  writeRaw(key: string, text: string): Promise<void>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const minute = 60_000;

/** What every `Cache` does, whoever is behind it. */
export function cacheContract(vendor: string, start: () => Promise<CacheBench>): void {
  describe(`cache in ${vendor}`, () => {
    let bench: CacheBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.stop());

    describe("keeps", () => entryContract(() => bench));
    describe("counts", () => rateLimitContract(() => bench));
    describe("fails", () => failureContract(() => bench));
  });
}

function entryContract(bench: () => CacheBench): void {
  it.each([
    ["an object", { userId: "user_123", name: "Āśā 🙂", roles: ["customer"], shop: null }],
    ["a text that looks like a number", "00123"],
    ["a text that looks like JSON", '{"not":"parsed"}'],
    ["a text of more digits than a number has", "9007199254740993"],
    ["a text that looks like an answer of Redis", "OK"],
    ["an empty text", ""],
    ["zero", 0],
    ["false", false],
    ["null", null],
    ["a list", [1, "2", [3]]],
  ])("%s as it was set", async (_case, value) => {
    await bench().cache.set("key", value, { ttl: minute });
    expect(await bench().cache.get("key")).toStrictEqual(value);
  });

  it("nothing under a key that was not set, was deleted, or was written by another program", async () => {
    expect(await bench().cache.get("key")).toBeUndefined();
    await bench().cache.set("key", "value", { ttl: minute });
    await bench().cache.delete("key");
    await bench().cache.delete("key");
    expect(await bench().cache.get("key")).toBeUndefined();
    await bench().writeRaw("cache:key", '{"value":"other"}');
    expect(await bench().cache.get("key")).toBeUndefined();
  });

  it("the last value that was set", async () => {
    await bench().cache.set("key", "first", { ttl: minute, tags: ["a"] });
    await bench().cache.set("key", "second", { ttl: minute });
    await bench().cache.invalidateTags(["a"]);
    expect(await bench().cache.get("key")).toBe("second");
  });

  it("a value until its time is over", async () => {
    await bench().cache.set("short", "value", { ttl: 30 });
    await bench().cache.set("long", "value", { ttl: minute });
    await expect.poll(() => bench().cache.get("short"), { interval: 5 }).toBeUndefined();
    expect(await bench().cache.get("long")).toBe("value");
  });

  it("no entry of an invalidated tag, and every other", async () => {
    const { cache } = bench();
    await cache.set("product", 1, { ttl: minute, tags: ["product:1", "shop:1"] });
    await cache.set("shop", 2, { ttl: minute, tags: ["shop:1"] });
    await cache.set("other", 3, { ttl: minute, tags: ["shop:2"] });
    await cache.invalidateTags(["product:1", "shop:3"]);
    expect(await Promise.all(["product", "shop", "other"].map(cache.get))).toEqual([undefined, 2, 3]);
    await cache.set("product", 4, { ttl: minute, tags: ["product:1", "shop:1"] });
    expect(await cache.get("product")).toBe(4);
    await cache.invalidateTags(["shop:1"]);
    expect(await Promise.all(["product", "shop", "other"].map(cache.get))).toEqual([undefined, undefined, 3]);
    await cache.invalidateTags([]);
  });

  it.each([0, -1, 1.5, Number.NaN, 31 * 24 * 60 * minute])("nothing for %d milliseconds", async (ttl) => {
    expect((await failureOf(bench().cache.set("key", "value", { ttl }))).kind).toBe("final");
  });

  it("nothing that JSON cannot hold", async () => {
    expect((await failureOf(bench().cache.set("key", undefined, { ttl: minute }))).kind).toBe("final");
  });
}

function rateLimitContract(bench: () => CacheBench): void {
  it("hits up to the limit, by key, however many come at once", async () => {
    const limit = { limit: 3, window: minute };
    const hits = await Promise.all(Array.from({ length: 5 }, () => bench().cache.hit("login:1", limit)));
    expect(hits.filter(({ allowed }) => allowed)).toHaveLength(3);
    expect(hits.map(({ remaining }) => remaining).toSorted()).toEqual([0, 0, 0, 1, 2]);
    for (const { resetAfter } of hits) {
      expect(resetAfter).toBeGreaterThan(0);
      expect(resetAfter).toBeLessThanOrEqual(minute);
    }
    expect((await bench().cache.hit("login:2", limit)).allowed).toBe(true);
  });

  it("from the start again when the window is over", async () => {
    const limit = { limit: 1, window: 50 };
    await bench().cache.hit("otp", limit);
    await expect
      .poll(async () => (await bench().cache.hit("otp", limit)).allowed, { interval: 5 })
      .toBe(true);
  });

  it("nothing in a window that there cannot be", async () => {
    expect((await failureOf(bench().cache.hit("key", { limit: 1, window: 0 }))).kind).toBe("final");
  });
}

const key = `user:${personal.email}`;
const options = { ttl: minute, tags: [personal.phone] };
const repeatable: [string, (cache: Cache) => Promise<unknown>][] = [
  ["get", (cache) => cache.get(key)],
  ["set", (cache) => cache.set(key, { name: personal.name }, options)],
  ["delete", (cache) => cache.delete(key)],
  ["invalidateTags", (cache) => cache.invalidateTags([personal.phone])],
];
const hit = (cache: Cache) => cache.hit(key, { limit: 1, window: minute });
const faults = ["dropped", "cut", "malformed"] as const;

function failureContract(bench: () => CacheBench): void {
  describe.each([...repeatable, ["hit", hit] as const])("%s", (name, call) => {
    const unknown = name === "hit" ? "ambiguous" : "retryable";

    it("with final for credentials that are wrong", async () => {
      expect((await failureOf(call(bench().unauthorised))).kind).toBe("final");
    });

    it("with retryable when turned away for the moment", async () => {
      await bench().cache.get("warm");
      bench().failNext("busy");
      expect((await failureOf(call(bench().cache))).kind).toBe("retryable");
    });

    it(`with ${unknown} when no answer comes in time`, async () => {
      await bench().impatient.get("warm");
      bench().failNext("slow");
      expect(await failureOf(call(bench().impatient))).toMatchObject({ kind: unknown, code: "ETIMEDOUT" });
    });

    it.each(faults)(`with ${unknown} when %s, and works again with the next call`, async (fault) => {
      await bench().cache.get("warm");
      bench().failNext(fault);
      expect((await failureOf(call(bench().cache))).kind).toBe(unknown);
      await call(bench().cache);
    });

    it("with retryable when the service cannot be reached: nothing happened", async () => {
      expect((await failureOf(call(bench().unreachable))).kind).toBe("retryable");
    });
  });

  it("an entry that is no text with final", async () => {
    const { cache } = bench();
    await cache.hit("key", { limit: 1, window: minute });
    await bench().writeRaw("rate-limit:text", "no number");
    expect((await failureOf(cache.hit("text", { limit: 1, window: minute }))).kind).toBe("final");
  });
}
