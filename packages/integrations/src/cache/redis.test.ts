import { describe, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import { hasRedisServer, startRedisServer } from "../testing/redis-server.ts";
import { redisCache } from "./redis.ts";

describe.skipIf(!hasRedisServer())("on a machine with redis-server", () => {
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
