import { randomUUID } from "node:crypto";
import type { Cache } from "../../cache/port.ts";
import { IntegrationError } from "../../error.ts";
import type { RedisCommands } from "./commands.ts";

const longestTtl = 30 * 24 * 60 * 60 * 1000;
/** Names the format of what follows, and keeps clients from parsing values on their own. */
const format = "v1:";

interface Entry {
  value: unknown;
  /** By tag: its version when the entry was set. */
  tags?: Record<string, string>;
}

/**
 * The cache over any Redis. Each tag has a random version, which its entries remember; invalidating a tag deletes its
 * version, so that none of them fits any more. A tag that Redis evicts has the same effect: a miss, never a stale value.
 */
export function cacheOver(redis: RedisCommands, vendor: string): Cache {
  const refuse = (message: string) => new IntegrationError(message, { port: "cache", vendor, kind: "final" });

  return {
    async get(key) {
      const entry = parseEntry(await redis.get(entryKey(key)));
      const tags = Object.entries(entry?.tags ?? {});
      if (!entry || tags.length === 0) return entry?.value;
      const current = await redis.getAll(tags.map(([tag]) => tagKey(tag)));
      return tags.every(([, version], index) => version === current[index]) ? entry.value : undefined;
    },

    async set(key, value, { ttl, tags = [] }) {
      if (!isDuration(ttl))
        throw refuse("A cache entry lives 1 millisecond to 30 days, in whole milliseconds.");
      if (JSON.stringify(value) === undefined) throw refuse("JSON cannot hold the value to be cached.");
      const entry: Entry = tags.length === 0 ? { value } : { value, tags: await versions(tags) };
      await redis.set(entryKey(key), `${format}${JSON.stringify(entry)}`, ttl);
    },

    delete: (key) => redis.delete([entryKey(key)]),

    async invalidateTags(tags) {
      if (tags.length > 0) await redis.delete(tags.map(tagKey));
    },

    async hit(key, { limit, window }) {
      if (!isDuration(window)) throw refuse("A rate limit's window is 1 millisecond to 30 days.");
      const { count, ttl } = await redis.count(counterKey(key), window);
      return { allowed: count <= limit, remaining: Math.max(0, limit - count), resetAfter: Math.max(0, ttl) };
    },
  };

  async function versions(tags: readonly string[]): Promise<Record<string, string>> {
    // A tag outlives every entry that was set with it.
    const current = await redis.getOrSetAll(tags.map(tagKey), `${format}${randomUUID()}`, longestTtl);
    return Object.fromEntries(tags.map((tag, index) => [tag, current[index] ?? ""]));
  }
}

function entryKey(key: string): string {
  return `cache:${key}`;
}

function tagKey(tag: string): string {
  return `cache-tag:${tag}`;
}

function counterKey(key: string): string {
  return `rate-limit:${key}`;
}

function isDuration(milliseconds: number): boolean {
  return Number.isInteger(milliseconds) && milliseconds >= 1 && milliseconds <= longestTtl;
}

/** Whatever was not written in this format counts as absent; what was, has this form. */
function parseEntry(text: string | null): Entry | undefined {
  if (!text?.startsWith(format)) return undefined;
  return JSON.parse(text.slice(format.length)) as Entry;
}
