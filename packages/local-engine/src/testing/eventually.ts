import { vi } from "vitest";

/**
 * Repeats the assertions until they hold; fails with their error when they do not within 20 seconds.
 * @returns what they return.
 */
export function eventually<Seen>(assertions: () => Seen | Promise<Seen>): Promise<Seen> {
  return vi.waitFor(assertions, { timeout: 20_000, interval: 10 });
}
