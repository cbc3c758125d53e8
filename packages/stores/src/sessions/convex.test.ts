import { describe, expect, it } from "vitest";
import { convexKnownBrowsers } from "../known-browsers/convex.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { expiredSessionContract, sessionContract } from "./contract.ts";
import { convexSessions } from "./convex.ts";

const bridge = await convexBridge();
const sessions = convexSessions(bridge.deployment);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

expiredSessionContract("Convex", {
  sessions,
  reset: bridge.empty,
  add: (rows) =>
    bridge.run(async ({ db }) => {
      const hoursAgo = (hours: number) => Date.now() - hours * 3_600_000;
      for (const { name, usedHoursAgo, expiredHoursAgo = -1000 } of rows)
        await db.insert("sessions", {
          tokenHash: name,
          userId: "user_1",
          openedAt: hoursAgo(usedHoursAgo),
          lastUsedAt: hoursAgo(usedHoursAgo),
          expiresAt: hoursAgo(expiredHoursAgo),
        });
    }),
  left: () =>
    bridge.run(async ({ db }) => {
      const left = await db.query("sessions").withIndex("byToken").collect();
      return left.map(({ tokenHash }) => tokenHash);
    }),
});

sessionContract("Convex", sessions);

describe("sessions in Convex", () => {
  it("a token is good until its session is closed, and is kept nowhere", async () => {
    const expiresAt = inAnHour();
    const token = await sessions.open("user_1", expiresAt);
    expect(await sessions.use(token)).toEqual({ userId: "user_1", expiresAt });
    const kept = await bridge.run(({ db }) => db.query("sessions").collect());
    expect(JSON.stringify(kept)).not.toContain(token);
    await sessions.close(token);
    expect(await sessions.use(token)).toBeUndefined();
  });

  it("an id of another table's, or of nobody's, ends nothing", async () => {
    await sessions.open("user_1", inAnHour());
    await convexKnownBrowsers(bridge.deployment).remember("user_1");
    const browser = await bridge.run(({ db }) => db.query("knownBrowsers").first());
    for (const id of [browser?._id ?? "", "nobody's", ""])
      expect(await sessions.closeOne("user_1", id)).toBe(false);
  });

  it("signing out everywhere ends all of them, however many, and forgets the browsers", async () => {
    await bridge.run(async ({ db }) => {
      const now = Date.now();
      for (let n = 0; n < 1_200; n += 1)
        await db.insert("sessions", {
          tokenHash: `many-${n}`,
          userId: "user_many",
          openedAt: now,
          lastUsedAt: now,
          expiresAt: now + 1_000_000,
        });
    });
    const browsers = convexKnownBrowsers(bridge.deployment);
    const shared = await browsers.remember("user_other", await browsers.remember("user_many"));
    const other = await sessions.open("user_other", inAnHour());
    expect(await sessions.closeAllOf("user_many")).toBe(1_200);
    expect(await sessions.closeAllOf("user_many")).toBe(0);
    expect(await sessions.use(other)).toBeDefined();
    expect(await browsers.usersOf(shared)).toEqual(["user_other"]);
  });
});
