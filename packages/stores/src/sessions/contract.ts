import { beforeEach, describe, expect, it } from "vitest";
import type { ExpiredSessions, Sessions } from "./port.ts";

export interface SessionTable {
  sessions: ExpiredSessions;
  /** Adds sessions; times are hours ago, negative for hours ahead. Without an expiry they have none soon. */
  add(sessions: { name: string; usedHoursAgo: number; expiredHoursAgo?: number }[]): Promise<void>;
  /** The names of those that are left, sorted. */
  left(): Promise<string[]>;
  /**
   * Holds a session's row in a transaction of another connection until the result is called; absent where a store has no
   * locks, so that no cleaner can be made to wait.
   */
  hold?(name: string): Promise<() => Promise<void>>;
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

    const { hold } = table;
    if (hold)
      it("one that another cleaner holds is left to it, without waiting", async () => {
        await table.add(["old-1", "old-2"].map((name) => ({ name, usedHoursAgo: 200 })));
        const release = await hold("old-1");
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

/** What every keeper of our own sessions does. Each test takes a user of its own. */
export function sessionContract(keeper: string, sessions: Sessions): void {
  let users = 0;
  const newUser = () => `user_session${++users}`;
  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
  const place = { browser: "Firefox on Windows", network: "203.0.…" };
  const standingAs = (standing: string) => ({ standing, idleSeconds: 3_600 });
  const elsewhere = { browser: "Safari on iPhone", network: "198.51.…" };

  describe(`sessions in ${keeper}`, () => {
    it("know what their person was when they were opened", async () => {
      const token = await sessions.open("user_1", inAnHour(), { standing: "customer" });
      expect(await sessions.use(token)).toMatchObject({ userId: "user_1", standing: "customer" });
      const plain = await sessions.open("user_1", inAnHour());
      expect(await sessions.use(plain)).not.toHaveProperty("standing");
    });

    it("get another token, and the old one is good no more", async () => {
      const token = await sessions.open("user_1", inAnHour(), { standing: "floor-captain 4" });
      const before = await sessions.use(token);
      const fresh = (await sessions.replace(token, standingAs("association-admin"))) ?? "";
      expect(fresh).toHaveLength(43);
      expect(await sessions.use(token)).toBeUndefined();
      expect(await sessions.use(fresh)).toEqual({ ...before, standing: "association-admin" });
      expect(await sessions.replace(token, standingAs("association-admin"))).toBeUndefined();
    });

    it("get it once of two calls at once", async () => {
      const token = await sessions.open("user_1", inAnHour());
      const replaced = await Promise.all([
        sessions.replace(token, standingAs("customer")),
        sessions.replace(token, standingAs("customer")),
      ]);
      expect(replaced.filter(Boolean)).toHaveLength(1);
    });

    it("end when they are not used for as long as they say, and are found no more", async () => {
      const user = newUser();
      const kept = await sessions.open(user, inAnHour(), { idleSeconds: 3_600 });
      const idle = await sessions.open(user, inAnHour(), { idleSeconds: 0 });
      expect([await sessions.use(idle), await sessions.replace(idle, standingAs("customer"))]).toEqual([
        undefined,
        undefined,
      ]);
      expect(await sessions.use(kept)).toBeDefined();
      expect(await sessions.list(user, kept)).toHaveLength(1);
      await sessions.replace(kept, { standing: "admin", idleSeconds: 0 });
      expect(await sessions.list(user, kept)).toEqual([]);
    });

    it("know what their person showed when they signed in, under another token as well", async () => {
      const token = await sessions.open("user_1", inAnHour(), { provenBy: "passkey" });
      const fresh = (await sessions.replace(token, standingAs("admin"))) ?? "";
      expect(await sessions.use(fresh)).toMatchObject({ provenBy: "passkey" });
      const offer = await sessions.open("one-of:user_1", inAnHour());
      expect(await sessions.use(offer)).not.toHaveProperty("provenBy");
    });

    it("that have expired get none", async () => {
      const token = await sessions.open("user_1", new Date(Date.now() - 1000).toISOString());
      expect(await sessions.replace(token, standingAs("customer"))).toBeUndefined();
    });

    it("are listed to their person with where they were used last, the latest first", async () => {
      const user = newUser();
      const first = await sessions.open(user, inAnHour(), { place });
      const second = await sessions.open(user, inAnHour(), { place });
      await sessions.open(newUser(), inAnHour(), { place });
      await sessions.open(user, new Date(Date.now() - 1000).toISOString(), { place });
      await sessions.use(first, elsewhere);
      const listed = await sessions.list(user, second);
      expect(listed).toMatchObject([
        { place: elsewhere, current: false },
        { place, current: true },
      ]);
      const [latest] = listed;
      expect(Date.parse(latest?.lastUsedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(latest?.openedAt ?? ""));
      expect(JSON.stringify(listed)).not.toContain(first);
    });

    it("without a place are listed without one", async () => {
      const user = newUser();
      const token = await sessions.open(user, inAnHour());
      const [listed] = await sessions.list(user, token);
      expect(listed).toMatchObject({ current: true });
      expect(listed).not.toHaveProperty("place");
    });

    it("end one by one, for their own person only", async () => {
      const [user, stranger] = [newUser(), newUser()];
      const kept = await sessions.open(user, inAnHour());
      const ended = await sessions.open(user, inAnHour());
      const listed = await sessions.list(user, kept);
      const sessionId = listed.find(({ current }) => !current)?.sessionId ?? "";
      expect(await sessions.closeOne(stranger, sessionId)).toBe(false);
      expect(await sessions.use(ended)).toBeDefined();
      expect(await sessions.closeOne(user, sessionId)).toBe(true);
      expect(await sessions.closeOne(user, sessionId)).toBe(false);
      expect([await sessions.use(ended), (await sessions.list(user, kept)).length]).toEqual([undefined, 1]);
      expect(await sessions.use(kept)).toBeDefined();
    });
  });
}
