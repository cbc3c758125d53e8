import { expect, it } from "vitest";
import { contentOf } from "../../testing/effects.ts";
import { asha } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const sunday = "2026-11-08T04:15:00+05:30";
const exportRun = { functionId: "export-user-features" };

async function visits({ mohallaMart }: TestBench, users: number): Promise<void> {
  await mohallaMart.analytics.record(
    Array.from({ length: users }, (_, n) => ({
      eventId: `view-${n}`,
      event: "page.viewed",
      userId: `user_${String(n).padStart(5, "0")}`,
      properties: { query: asha.name },
      at: "2026-11-01T10:00:00.000Z",
    })),
  );
}

it("writes each user's features as a line, every Sunday, and then that it is complete", async () => {
  const bench = await startTestBench();
  await bench.mohallaMart.users.add(asha);
  await visits(bench, 2);
  await bench.engine.advanceTo(sunday);

  const files = await contentOf(bench.archive);
  const folder = "exports/user-features/2026-11-08";
  expect(JSON.parse(files[`${folder}/complete.json`] ?? "")).toEqual({
    users: 2,
    files: [`${folder}/00001.ndjson.gz`],
  });
  const lines = files[`${folder}/00001.ndjson.gz`]?.trimEnd().split("\n") ?? [];
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { userId: "user_00000", pageViews: 1, orders: 0, firstSeenAt: "2026-11-01T10:00:00.000Z" },
    { userId: "user_00001", pageViews: 1 },
  ]);
  for (const value of [asha.name, asha.email, asha.phone]) expect(JSON.stringify(files)).not.toContain(value);
});

it("goes on with the page that it was at, and is complete only with the last", async () => {
  const bench = await startTestBench();
  await visits(bench, 11_000);
  bench.engine.faults.failStep({ ...exportRun, stepId: "export-page:2" });
  await bench.engine.advanceTo(sunday);
  expect(await bench.archive.list("exports/")).toEqual(["exports/user-features/2026-11-08/00001.ndjson.gz"]);

  await bench.engine.advance("1m");
  const run = bench.engine.run("export-user-features");
  expect(run.output).toMatchObject({ users: 11_000, files: 3 });
  expect(run.steps.map(({ id, attempts }) => [id, attempts])).toEqual([
    ["export-page:1", 1],
    ["export-page:2", 2],
    ["export-page:3", 1],
    ["complete-export", 1],
  ]);
  const users = Object.values(await contentOf(bench.archive)).flatMap(
    (text) => text.match(/"userId":"\w+"/g) ?? [],
  );
  expect(new Set(users).size).toBe(11_000);
});
