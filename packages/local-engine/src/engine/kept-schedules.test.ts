import { expect, it } from "vitest";
import { createMemoryStore } from "../store/memory-store.ts";
import { createTestEngine } from "../test/test-engine.ts";

it("starts on a state that holds a schedule which is refused by now, without running it", async () => {
  const store = createMemoryStore();
  const trigger = { cron: "0 9 * * 7" };
  const kept = {
    id: "app-weekly",
    appId: "app",
    name: "weekly",
    url: "http://app-0.test/",
    triggers: [trigger],
    maxAttempts: 1,
    concurrency: [],
    cancel: [],
  };
  const app = { id: "app", url: kept.url, sdk: "js", checksum: "1", syncedAt: 0, functions: [kept] };
  store.commit([{ table: "apps", key: "app", row: app }]);
  const engine = createTestEngine({ apps: [], now: "2026-11-01T00:00:00Z", store });
  await engine.advance("14d");
  expect(engine.runs()).toEqual([]);
  await engine.close();
});
