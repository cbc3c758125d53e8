import { Redis } from "@upstash/redis";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulators } from "../start-emulators.ts";

const emulators = await startEmulators();
const { url, token } = emulators.upstash;

afterAll(() => emulators.stop());
beforeEach(() => emulators.reset());

// With its own transport, base64 answers and automatic pipelines, as other users of the emulator have it.
const redis = new Redis({ url, token, retry: { retries: 0 } });

describe("Upstash emulator", () => {
  it("stores text, numbers and objects as the client writes them", async () => {
    expect(await redis.set("name", "Überraschung ₹")).toBe("OK");
    await redis.set("object", { stock: 3 });
    expect(await redis.get("name")).toBe("Überraschung ₹");
    expect(await redis.mget("object", "none")).toEqual([{ stock: 3 }, null]);
    expect(await redis.hset("hash", { a: "x", b: "OK" })).toBe(2);
    expect(await redis.hgetall("hash")).toEqual({ a: "x", b: "OK" });
    expect(await redis.incrby("count", 5)).toBe(5);
  });

  it("runs pipelines and transactions", async () => {
    expect(await redis.pipeline().set("a", "1").incr("a").get("missing").exec()).toEqual(["OK", 2, null]);
    expect(await redis.multi().set("b", 0, { nx: true, px: 60_000 }).incr("b").exec()).toEqual(["OK", 1]);
    expect(await redis.pttl("b")).toBeGreaterThan(0);
  });

  it("runs scripts", async () => {
    expect(await redis.eval("return redis.call('INCRBY', KEYS[1], ARGV[1])", ["n"], ["4"])).toBe(4);
  });

  it("tells what is wrong with a command, alone and in a pipeline", async () => {
    await redis.set("text", "x");
    await expect(redis.incr("text")).rejects.toThrow("ERR value is not an integer");
    await redis.set("other", "x");
    const mixed = await redis.pipeline().incr("text").get("other").exec({ keepErrors: true });
    expect(mixed).toMatchObject([{ error: expect.stringContaining("ERR") }, { result: "x" }]);
    await expect(redis.exec(["BLPOP", "list", "0"])).rejects.toThrow("not available");
  });

  it("asks for its token", async () => {
    const stranger = new Redis({ url, token: "wrong", retry: { retries: 0 } });
    await expect(stranger.get("name")).rejects.toThrow("WRONGPASS");
  });

  it("keeps the data of two emulators apart", async () => {
    const other = await startEmulators();
    await redis.set("name", "here");
    const elsewhere = new Redis({ url: other.upstash.url, token, retry: { retries: 0 } });
    expect(await elsewhere.get("name")).toBeNull();
    await other.stop();
  });
});
