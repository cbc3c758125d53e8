import { beforeEach, describe, expect, it } from "vitest";
import type { ExpiredSessions } from "./port.ts";

export interface SessionTable {
  sessions: ExpiredSessions;
  /** Adds sessions; times are hours ago, negative for hours ahead. Without an expiry they have none soon. */
  add(sessions: { name: string; usedHoursAgo: number; expiredHoursAgo?: number }[]): Promise<void>;
  /** The names of those that are left, sorted. */
  left(): Promise<string[]>;
  /** Holds a session's row in a transaction of another connection until the result is called. */
  hold(name: string): Promise<() => Promise<void>>;
  reset(): Promise<void>;
}

/** What every adapter does with sessions that nobody needs any more. */
export function expiredSessionContract(vendor: string, table: SessionTable): void {
  const weekAgo = () => new Date(Date.now() - 7 * 24 * 3_600_000).toISOString();
  const removeExpired = (limit?: number) => table.sessions.removeExpired({ unusedSince: weekAgo(), limit });

  describe(`expired sessions in ${vendor}`, () => {
    beforeEach(() => table.reset());

    it("those that expired or were not used for long go, the others stay", async () => {
      await table.add([
        { name: "used-today", usedHoursAgo: 1 },
        { name: "used-6-days-ago", usedHoursAgo: 6 * 24 },
        { name: "used-8-days-ago", usedHoursAgo: 8 * 24 },
        { name: "expired", usedHoursAgo: 2, expiredHoursAgo: 1 },
        { name: "expires-later", usedHoursAgo: 2, expiredHoursAgo: -1 },
      ]);
      expect(await removeExpired()).toBe(2);
      expect(await table.left()).toEqual(["expires-later", "used-6-days-ago", "used-today"]);
      expect(await removeExpired()).toBe(0);
    });

    it("they go in batches", async () => {
      await table.add(Array.from({ length: 25 }, (_, n) => ({ name: `old-${n}`, usedHoursAgo: 200 })));
      expect([await removeExpired(10), await removeExpired(10), await removeExpired(10)]).toEqual([
        10, 10, 5,
      ]);
    });

    it("one that another cleaner holds is left to it, without waiting", async () => {
      await table.add(["old-1", "old-2"].map((name) => ({ name, usedHoursAgo: 200 })));
      const release = await table.hold("old-1");
      expect(await removeExpired()).toBe(1);
      expect(await table.left()).toEqual(["old-1"]);
      await release();
      expect(await removeExpired()).toBe(1);
    });

    it("two cleaners at once delete each once", async () => {
      await table.add(Array.from({ length: 40 }, (_, n) => ({ name: `old-${n}`, usedHoursAgo: 200 })));
      const removed = await Promise.all([removeExpired(40), removeExpired(40)]);
      expect(removed[0] + removed[1]).toBe(40);
      expect(await table.left()).toEqual([]);
    });
  });
}
