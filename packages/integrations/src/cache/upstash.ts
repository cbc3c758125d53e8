import { Redis, type Requester, type UpstashRequest, type UpstashResponse } from "@upstash/redis";
import { retryAfterOf } from "../internal/http/failure.ts";
import { cacheOver } from "../internal/redis/cache.ts";
import { redisCode, redisFailureKind } from "../internal/redis/code.ts";
import type { RedisCommands } from "../internal/redis/commands.ts";
import { RefusedError, vendorFailures } from "../internal/vendor-failure.ts";
import type { Cache } from "./port.ts";

export interface UpstashCacheOptions {
  /** The database's REST URL. */
  url: string;
  token: string;
  /** Milliseconds for one round trip; default 2,000. */
  timeout?: number;
}

/**
 * A cache in Upstash Redis, over its REST API. The client's own transport retries, and its errors have lost the status
 * and quote the whole command, so it is given this one.
 */
export function upstashCache({ url, token, timeout = 2_000 }: UpstashCacheOptions): Cache {
  const redis = new Redis(restTransport({ url: url.replace(/\/$/, ""), token, timeout }));
  return cacheOver(commandsOf(redis), "upstash");
}

const failures = vendorFailures({ port: "cache", vendor: "upstash", name: "Upstash" });

function commandsOf(redis: Redis): RedisCommands {
  const asked = <Answer>(action: string, ask: () => Promise<Answer>) =>
    failures.during({ action, idempotent: true }, ask);
  return {
    get: (key) => asked("read an entry", async () => textOrNull(await redis.get(key))),
    async set(key, value, ttl) {
      await asked("store an entry", () => redis.set(key, value, { px: ttl }));
    },
    async delete(keys) {
      await asked("delete entries", () => redis.del(...keys));
    },
    getAll: (keys) => asked("read tags", async () => texts(await redis.mget(...keys))),
    async getOrSetAll(keys, value, ttl) {
      const transaction = redis.multi();
      for (const key of keys) transaction.set(key, value, { nx: true, px: ttl }).pexpire(key, ttl);
      const answers: unknown[] = await asked("read or create tags", () => transaction.mget(...keys).exec());
      return texts(answers.at(-1));
    },
    async count(key, window) {
      const transaction = redis.multi().set(key, 0, { nx: true, px: window }).incr(key).pttl(key);
      const [, count, ttl] = await failures.during({ action: "count a hit", idempotent: false }, () =>
        transaction.exec(),
      );
      return { count, ttl };
    },
  };
}

function texts(answer: unknown): (string | null)[] {
  return Array.isArray(answer) ? answer.map(textOrNull) : [];
}

/** The client parses texts that look like JSON. What the cache writes does not, so anything else is not its own. */
function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function restTransport({ url, token, timeout }: Required<UpstashCacheOptions>): Requester {
  // With this token a read that reaches another replica waits for this client's writes.
  let syncToken = "";
  return {
    async request<Result>({ path = [], body, headers }: UpstashRequest) {
      const answer = await fetch([url, ...path].join("/"), {
        method: "POST",
        headers: {
          ...headers,
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "upstash-sync-token": syncToken,
        },
        body: JSON.stringify(body),
        redirect: "manual",
        signal: AbortSignal.timeout(timeout),
      });
      const text = await answer.text().catch((error: unknown) => {
        if (answer.ok) throw error;
        return "";
      });
      syncToken = answer.headers.get("upstash-sync-token") ?? syncToken;
      if (!answer.ok) throw refused(answer, text);
      return accepted<Result>(answer.status, JSON.parse(text));
    },
  };
}

function refused({ status, headers }: Response, text: string): RefusedError {
  const details = { status, retryAfter: retryAfterOf(headers.get("retry-after")) };
  const message = errorIn(text);
  if (message === undefined || status === 429 || status >= 500) return new RefusedError(details);
  const code = redisCode(message);
  return new RefusedError({ ...details, code, kind: redisFailureKind(code) });
}

/** What Redis said, when the answer is from Redis and not from something in between. */
function errorIn(text: string): unknown {
  try {
    return Object(JSON.parse(text)).error;
  } catch {
    return undefined;
  }
}

/**
 * The answer to a command or, in a list, to several. The client knows the form of the answers to its own commands.
 * @throws RefusedError when Redis refused one of them, which has status 200 too.
 */
function accepted<Result>(status: number, answer: unknown): UpstashResponse<Result> {
  for (const part of [answer].flat()) {
    if (typeof part !== "object" || part === null) throw new Error("The answer is no result.");
    if (!("error" in part) || part.error === undefined || part.error === null) continue;
    const code = redisCode(part.error);
    throw new RefusedError({ status, code, kind: redisFailureKind(code) });
  }
  return answer as UpstashResponse<Result>;
}
