import { expect, it } from "vitest";
import { emailed, maya, removeResident, suresh, tellMembers } from "../../testing/notices.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

/** Residents besides those of the demo data. */
async function moveIn({ pool }: TestBench, howMany: number): Promise<string[]> {
  await pool.query(
    `insert into ten_ocean.residents (user_id, email, first_name, last_name, standing)
     select 'user_n' || n, 'n' || n || '@example.com', 'Nr', n, 'resident' from generate_series(1, $1) n`,
    [howMany],
  );
  return Array.from({ length: howMany }, (_none, index) => `user_n${index + 1}`);
}

it("lets what one member waits for leave before 500 that went out earlier, within the vendors' limits", async () => {
  const bench = await startTestBench({ rateLimits: true, schedulesOf: [] });
  const userIds = await moveIn(bench, 500);
  await tellMembers(bench, { template: "test-announcement", userIds });
  await tellMembers(bench, { template: "test-mention", userIds: [maya.userId], what: "You were mentioned" });
  await bench.engine.advance("2s");
  expect(emailed(bench)).toContain(maya.email);
  expect(emailed(bench).length).toBeLessThanOrEqual(101);

  await bench.engine.advance("2m");
  expect(new Set(emailed(bench)).size).toBe(501);
  expect(emailed(bench)).toHaveLength(501);
  const batches = bench.engine.runs({ functionId: "send-bulk-email" });
  expect(batches.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => "Completed"));
});

it("sends each once when the vendor says twice that it is over its limit", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const userIds = await moveIn(bench, 120);
  bench.vendors.failNext("resend", { status: 429, retryAfter: 1, times: 2 });
  await tellMembers(bench, { template: "test-announcement", userIds });
  await bench.engine.advance("5m");
  expect(new Set(emailed(bench)).size).toBe(120);
  expect(emailed(bench)).toHaveLength(120);
});

it("sends nobody two when the same occasion is told twice, a day apart or at once", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const userIds = [maya.userId, suresh.userId];
  for (const wait of ["0s", "25h", "25h"]) {
    await bench.engine.advance(wait);
    await tellMembers(bench, { template: "test-announcement", userIds });
    await bench.engine.advance("1m");
  }
  expect(bench.engine.runs({ functionId: "route-notification" })).toHaveLength(3);
  expect(emailed(bench)).toEqual([maya.email, suresh.email]);
});

it("writes to nobody who was removed between the decision and the sending", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await tellMembers(bench, { template: "test-announcement", userIds: [maya.userId, suresh.userId] });
  await removeResident(bench, suresh.userId);
  await bench.engine.advance("1m");
  expect(emailed(bench)).toEqual([maya.email]);
  expect(bench.engine.run("send-bulk-email").output).toMatchObject({ sent: 1, skipped: { unknown: 1 } });
  expect(await bench.tenOcean.notifications.list({ userId: suresh.userId })).toEqual([]);
});
