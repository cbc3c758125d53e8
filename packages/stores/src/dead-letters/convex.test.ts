import { describe, expect, it } from "vitest";
import { convexBridge } from "../testing/convex-bridge.ts";
import { deadLetterContract } from "./contract.ts";
import { convexDeadLetters } from "./convex.ts";

const bridge = await convexBridge();
const failedAt = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

deadLetterContract("Convex", convexDeadLetters(bridge.deployment), bridge.empty);

it("forgetting a person goes through all pages", async () => {
  await bridge.empty();
  const letters = convexDeadLetters(bridge.deployment);
  const error = { name: "Error", message: "failed" };
  for (let n = 0; n < 120; n += 1) {
    const events = [
      { id: `e${n}`, name: "user.created", data: { userId: n % 2 ? "user_odd" : "user_even" } },
    ];
    const run = { runId: `run_${n}`, app: "mohallamart", workflow: "welcome", failedAt: failedAt(n) };
    await letters.record({ ...run, events, error });
  }
  expect(await letters.forget("user_odd")).toBe(60);
  expect(await letters.forget("user_odd")).toBe(0);
  expect(await letters.openByWorkflow()).toMatchObject([{ open: 60, latestFailedAt: failedAt(118) }]);
});

const total = 10_000;
const [app, workflow] = ["mohallamart", "send-order-confirmation"];

/** With so many rows that a call which reads the table breaks the limit. */
async function manyLetters() {
  const large = await convexBridge({ documentsRead: 205 });
  for (let start = 0; start < total; start += 5_000)
    await large.run(async ({ db }) => {
      for (let n = start; n < start + 5_000; n += 1)
        await db.insert("deadLetters", {
          runId: `run_${n}`,
          app,
          workflow: n % 1_000 === 0 ? "rare" : workflow,
          events: JSON.stringify([{ id: `e${n}`, name: "user.created", data: { userId: "user_1" } }]),
          error: { name: "Error", message: "failed" },
          position: `${failedAt(n)} run_${n}`,
          status: n < 50 ? "open" : "discarded",
        });
      if (start === 0) await db.insert("openLetters", { app, workflow, open: 50 });
    });
  return { large, letters: convexDeadLetters(large.deployment) };
}

describe("10,000 dead letters in Convex", async () => {
  const { large, letters } = await manyLetters();

  it("are paged through, each of them once", async () => {
    const seen = new Set<string>();
    let after: { failedAt: string; runId: string } | undefined;
    for (;;) {
      const page = await letters.list({ after, limit: 1_000 });
      for (const { runId } of page) seen.add(runId);
      after = page.at(-1);
      if (!after) break;
    }
    expect(seen.size).toBe(total);
  });

  it("are too many for a call that reads the table", async () => {
    await expect(large.run(({ db }) => db.query("deadLetters").collect())).rejects.toThrow(
      /[Ll]imit|too many/,
    );
  });

  it("are found by an index: no call reads the table", async () => {
    expect((await letters.get("run_9999"))?.failedAt).toBe(failedAt(9_999));
    expect(await letters.list({ status: "open", app, limit: 3 })).toMatchObject(
      [49, 48, 47].map((n) => ({ runId: `run_${n}` })),
    );
    expect(await letters.list({ app, workflow: "rare", limit: 100 })).toHaveLength(10);
    expect(await letters.openByWorkflow()).toEqual([
      { app, workflow, open: 50, latestFailedAt: failedAt(49) },
    ]);
    expect(await letters.discard("run_5")).toBe(true);
    expect(await letters.openByWorkflow()).toMatchObject([{ open: 49 }]);
  });

  it("are counted, however many calls that takes", async () => {
    expect(await letters.count({ app, workflow, since: failedAt(9_500) })).toBe(500);
  });
});
