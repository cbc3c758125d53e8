import { vi } from "vitest";

/** Repeats the assertions until they hold; fails with their error when they do not within 20 seconds. */
export function eventually(assertions: () => unknown): Promise<unknown> {
  return vi.waitFor(assertions, { timeout: 20_000, interval: 10 });
}
