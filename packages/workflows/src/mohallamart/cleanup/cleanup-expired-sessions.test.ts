import { cleanupExpiredSessions } from "@org/events/mohallamart/cleanup-expired-sessions";
import { expect, it } from "vitest";
import { requestAsSam, sam } from "../../testing/house.ts";
import { aboutTenYears } from "../../testing/long-ago.ts";
import { fillInApplication } from "../../testing/open-shop.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const nothing = { removed: 0, finished: true };

async function sessionsLeft({ pool }: TestBench): Promise<string[]> {
  const { rows } = await pool.query("select token_hash from platform.sessions order by 1");
  return rows.map(({ token_hash }) => token_hash);
}

it("removes sessions that nobody used for a week, every night", async () => {
  const bench = await startTestBench();
  const add = (name: string, lastUsedAt: string) =>
    bench.pool.query("insert into platform.sessions values ($1, 'user_1', now(), $2, '2100-01-01')", [
      name,
      lastUsedAt,
    ]);
  await add("unused", "2026-10-26T21:44:59Z");
  await add("used", "2026-10-26T21:45:01Z");

  await bench.engine.advanceTo("2026-11-03T03:14:59+05:30");
  expect(bench.engine.runs({ functionId: "cleanup-expired-sessions" })).toEqual([]);
  await bench.engine.advanceTo("2026-11-03T03:15:00+05:30");
  expect(bench.engine.run("cleanup-expired-sessions").output).toEqual({
    unusedSince: "2026-10-26T21:45:00.000Z",
    outcomes: { web: { removed: 1, finished: true }, registrations: nothing, applications: nothing },
  });
  expect(await sessionsLeft(bench)).toEqual(["used"]);

  await bench.engine.advance("1d");
  expect(bench.engine.runs({ functionId: "cleanup-expired-sessions" })).toHaveLength(2);
  expect(await sessionsLeft(bench)).toEqual([]);
});

it("removes what was filled in to register or apply and not confirmed in a day, and nothing younger", async () => {
  const bench = await startTestBench();
  for (const id of ["sk_old", "sk_late"]) await fillInApplication(bench, id);
  await bench.pool.query(
    "update mohallamart.received_applications set expires_at = now() where shopkeeper_id = 'sk_old'",
  );
  await requestAsSam(bench);
  await requestAsSam(bench, { userId: "user_late" });
  await bench.pool.query(
    "update ten_ocean.registrations set expires_at = now() - interval '1 second' where user_id = $1",
    [sam.userId],
  );
  await bench.engine.send(cleanupExpiredSessions.create({ olderThan: aboutTenYears }));
  const left = await bench.pool.query("select user_id from ten_ocean.registrations");
  expect(left.rows).toEqual([{ user_id: "user_late" }]);
  const applications = await bench.pool.query("select shopkeeper_id from mohallamart.received_applications");
  expect(applications.rows).toEqual([{ shopkeeper_id: "sk_late" }]);
});

it("goes on in batches until none is left", async () => {
  const bench = await startTestBench();
  await bench.rows.addUnusedSessions(2_500);
  await bench.engine.send(cleanupExpiredSessions.create({ olderThan: aboutTenYears }));

  const run = bench.engine.run("cleanup-expired-sessions");
  expect(run.steps.map(({ id, output }) => [id, output])).toEqual([
    ["remove-expired:web:1", 1_000],
    ["remove-expired:web:2", 1_000],
    ["remove-expired:web:3", 500],
    ["remove-expired:registrations:1", 0],
    ["remove-expired:applications:1", 0],
  ]);
  expect(await sessionsLeft(bench)).toEqual(["new"]);
});

it("cleans the other places when one cannot be reached, and fails in the end", async () => {
  const down = () => Promise.reject(new Error("the other database is away"));
  const bench = await startTestBench({
    sessionSources: ({ web }) => ({ other: { removeExpired: down }, web }),
  });
  await bench.rows.addUnusedSessions(3);
  await bench.engine.send(cleanupExpiredSessions.create({ olderThan: aboutTenYears }));
  await bench.engine.advance("1h");

  const run = bench.engine.run("cleanup-expired-sessions");
  expect(run.status).toBe("Failed");
  expect(run.error?.message).toBe(
    "Expired sessions could not be removed from other (the other database is away).",
  );
  expect(await sessionsLeft(bench)).toEqual(["new"]);
});
