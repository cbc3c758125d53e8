import type { TestBench } from "./test-bench.ts";

/** Two customers of the bench's first day. */
export async function visit({ mohallaMart, engine }: TestBench): Promise<void> {
  const at = engine.now().toISOString();
  await mohallaMart.analytics.record(
    ["user_1", "user_2"].map((userId) => ({
      ...{ eventId: `viewed-by-${userId}`, event: "page.viewed", userId, properties: {}, at },
    })),
  );
}
