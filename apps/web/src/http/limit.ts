import { createHash } from "node:crypto";
import type { Cache, RateLimit } from "@org/integrations/cache/port";

const minute = 60_000;

/** What may be done how often before it counts as abuse. */
export const limits = {
  /** Sign-in codes to one email address from one network. By the address alone, anybody could lock its owner out. */
  "codes-to-address": { limit: 5, window: 15 * minute },
  /** Sign-in codes to one email address for a browser in which its owner has signed in before. */
  "codes-for-known-browser": { limit: 10, window: 15 * minute },
  /** Sign-ins with a passkey begun from one network. */
  "passkey-sign-ins": { limit: 60, window: 10 * minute },
  /** Sign-in codes asked for from one network. */
  "codes-from-client": { limit: 20, window: 15 * minute },
  /** Orders placed from one network; an office or a hostel shares one. */
  orders: { limit: 20, window: 10 * minute },
  /** Registrations from one network. */
  registrations: { limit: 20, window: 10 * minute },
  /** New addresses that one resident asks for: each sends two emails. */
  "address-changes": { limit: 5, window: 60 * minute },
  /** Applications to open a shop from one network. */
  applications: { limit: 5, window: 10 * minute },
  /** Posts that one resident writes or changes in the forum. */
  "forum-posts": { limit: 30, window: 10 * minute },
  /** Repairs reported by one resident. */
  repairs: { limit: 20, window: 10 * minute },
  /** Photos that one shop sends for its products. */
  pictures: { limit: 100, window: 24 * 60 * minute },
  /** Megabytes of them, each that is begun. */
  "picture-megabytes": { limit: 400, window: 24 * 60 * minute },
  /** Visits begun from one network; what comes in more is not counted. */
  visits: { limit: 60, window: 10 * minute },
  /** Times that one visit does something that is counted. */
  "visit-events": { limit: 120, window: minute },
} as const satisfies Record<string, RateLimit>;

type LimitName = keyof typeof limits;

/** What a form says to someone over a limit. */
export function tooMany(name: keyof typeof whatOf): string {
  return `${whatOf[name]} Wait ${limits[name].window / minute} minutes and send the form again.`;
}

const whatOf = {
  "codes-to-address": "Too many codes were asked for.",
  "codes-for-known-browser": "Too many codes were asked for.",
  "codes-from-client": "Too many codes were asked for.",
  "passkey-sign-ins": "Too many sign-ins with a passkey were begun from your network.",
  orders: "Too many orders came from your network.",
  registrations: "Too many registrations came from your network.",
  "address-changes": "You have asked for new addresses too often.",
  applications: "Too many applications came from your network.",
  "forum-posts": "You have written a lot in a short time.",
  repairs: "You reported many repairs in a short time.",
} satisfies Partial<Record<LimitName, string>>;

export interface Limiter {
  /**
   * Counts one use by a subject and says whether its limit allows it.
   * @param subject such as an email address or a network; only its hash leaves the process.
   */
  allows(name: LimitName, subject: string): Promise<boolean>;
}

export interface LimiterOptions {
  cache: Pick<Cache, "hit">;
  log: { warn(entry: object, message: string): void };
  /** Milliseconds since 1970; default: the clock. */
  now?: () => number;
}

/**
 * Limits that all processes share through the cache. While the cache is down each process counts on its own: nobody is
 * locked out because a counter cannot be reached, and nobody gets to do as they like either.
 */
export function createLimiter({ cache, log, now = Date.now }: LimiterOptions): Limiter {
  const own = ownCounter(now);
  return {
    async allows(name, subject) {
      const key = `${name}:${createHash("sha256").update(subject).digest("base64url")}`;
      try {
        return (await cache.hit(key, limits[name])).allowed;
      } catch (error) {
        log.warn({ error, limit: name }, "the cache did not count a use, so this process counts it");
        return own.hit(key, limits[name]);
      }
    },
  };
}

/** Enough for any honest minute of one process; beyond it those that were counted longest ago start anew. */
const maximumKeys = 10_000;

function ownCounter(now: () => number) {
  const windows = new Map<string, { count: number; end: number }>();
  return {
    hit(key: string, { limit, window }: RateLimit): boolean {
      const open = windows.get(key);
      const current = open && open.end > now() ? open : { count: 0, end: now() + window };
      current.count += 1;
      // Set anew, so that the map stays in the order of use.
      windows.delete(key);
      windows.set(key, current);
      const [oldest] = windows.keys();
      if (windows.size > maximumKeys && oldest !== undefined) windows.delete(oldest);
      return current.count <= limit;
    },
  };
}
