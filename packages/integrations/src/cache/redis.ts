import { Redis } from "ioredis";
import { withDeadline } from "../deadline.ts";
import { cacheOver } from "../internal/redis/cache.ts";
import { redisCode, redisFailureKind } from "../internal/redis/code.ts";
import type { RedisCommands } from "../internal/redis/commands.ts";
import { type FailedCall, RefusedError, vendorFailures } from "../internal/vendor-failure.ts";
import type { ClosableCache } from "./port.ts";

export interface RedisCacheOptions {
  /** As `redis://user:password@host:6379/0`, or `rediss://` for TLS. */
  url: string;
  /** Milliseconds to connect, and for one round trip; default 2,000. */
  timeout?: number;
}

/** A cache in any Redis (6.2 or newer), over one connection that is opened when it is needed. */
export function redisCache({ url, timeout = 2_000 }: RedisCacheOptions): ClosableCache {
  const connection = connectionTo(url, timeout);
  return {
    ...cacheOver(commandsOf(connection, timeout), "redis"),
    close: connection.close,
  };
}

const failures = vendorFailures({ port: "cache", vendor: "redis", name: "Redis" });

function commandsOf(connection: Connection, timeout: number): RedisCommands {
  const asked = async <Answer>(
    call: FailedCall,
    ask: (client: Redis) => Promise<Answer>,
  ): Promise<Answer> => {
    // Before the command is sent, nothing can have happened.
    const client = await failures.during({ ...call, idempotent: true }, connection.open);
    return failures.during(call, async () => {
      try {
        return await withDeadline(ask(client), timeout);
      } catch (error) {
        if (isReply(error)) throw refused(error);
        // Answers come in the order of the commands: after a missing one the connection is of no use.
        client.disconnect();
        throw error;
      }
    });
  };
  const safely = <Answer>(action: string, ask: (client: Redis) => Promise<Answer>) =>
    asked({ action, idempotent: true }, ask);

  return {
    get: (key) => safely("read an entry", (client) => client.get(key)),
    async set(key, value, ttl) {
      await safely("store an entry", (client) => client.set(key, value, "PX", ttl));
    },
    async delete(keys) {
      await safely("delete entries", (client) => client.del(...keys));
    },
    getAll: (keys) => safely("read tags", (client) => client.mget(...keys)),
    async getOrSetAll(keys, value, ttl) {
      const answers = await safely("read or create tags", (client) => {
        const transaction = client.multi();
        for (const key of keys) transaction.set(key, value, "PX", ttl, "NX").pexpire(key, ttl);
        return transaction.mget(...keys).exec();
      });
      return listOfText(results(answers).at(-1));
    },
    async count(key, window) {
      const answers = await asked({ action: "count a hit", idempotent: false }, (client) =>
        client.multi().set(key, 0, "PX", window, "NX").incr(key).pttl(key).exec(),
      );
      const [, count, ttl] = results(answers);
      return { count: Number(count), ttl: Number(ttl) };
    },
  };
}

interface Connection {
  /** The open connection, or a new one in place of one that ended; callers at the same time share the attempt. */
  open(): Promise<Redis>;
  close(): Promise<void>;
}

function connectionTo(url: string, timeout: number): Connection {
  let client: Redis | undefined;
  let attempt: Promise<Redis> | undefined;
  const connect = async () => {
    client = await connected(url, timeout);
    return client;
  };
  return {
    async open() {
      if (client?.status === "ready" && client.stream.writable) return client;
      attempt ??= connect().finally(() => {
        attempt = undefined;
      });
      return attempt;
    },
    async close() {
      client?.disconnect();
    },
  };
}

async function connected(url: string, timeout: number): Promise<Redis> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeout,
    // Nothing is sent twice or kept for later.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // `connect` rejects with "Connection is closed" only; without a listener the client prints the reason.
  let reason: unknown;
  client.on("error", (error) => {
    reason = error;
  });
  try {
    await withDeadline(client.connect(), timeout);
    return client;
  } catch (error) {
    client.disconnect();
    throw isReply(reason) ? refused(reason) : (reason ?? error);
  }
}

type TransactionAnswers = [error: Error | null, result: unknown][] | null;

/** @throws IntegrationError when Redis refused one of the commands, or all of them. */
function results(answers: TransactionAnswers): unknown[] {
  return (answers ?? []).map(([error, result]) => {
    if (!error) return result;
    const code = redisCode(error.message);
    throw failures.final(`Redis refused a command of a transaction (${code}).`, { code });
  });
}

/** MGET answers with a list of texts and nulls. */
function listOfText(answer: unknown): (string | null)[] {
  return answer as (string | null)[];
}

/** An error that Redis answered with, as opposed to one of the connection or of the protocol. */
function isReply(error: unknown): error is Error {
  return error instanceof Error && error.name === "ReplyError";
}

/** The error of an aborted transaction names the command's own error. */
function refused(error: Error & { previousErrors?: Error[] }): RefusedError {
  const code = redisCode((error.previousErrors?.[0] ?? error).message);
  return new RefusedError({ code, kind: redisFailureKind(code) });
}
