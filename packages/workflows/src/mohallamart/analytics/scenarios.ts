import { placeOrder } from "../../testing/place-order.ts";
import type { Scenarios } from "../../testing/scenarios/scenario.ts";
import type { TestBench } from "../../testing/test-bench.ts";

/** Two customers of the bench's first day. */
async function visit({ mohallaMart, engine }: TestBench): Promise<void> {
  const at = engine.now().toISOString();
  await mohallaMart.analytics.record(
    ["user_1", "user_2"].map((userId) => ({
      ...{ eventId: `viewed-by-${userId}`, event: "page.viewed", userId, properties: {}, at },
    })),
  );
}

export const analyticsScenarios: Scenarios = {
  "export-user-features": async (bench) => {
    await visit(bench);
    await bench.engine.controls.invoke("mohallamart-export-user-features", {});
    await bench.engine.runUntilIdle();
  },
  "send-daily-report": async (bench) => {
    await visit(bench);
    await bench.engine.advanceTo("2026-11-03T07:00:00+05:30");
  },
  "track-analytics": placeOrder,
};
