import { expect, it } from "vitest";
import { describeSettings } from "./settings.ts";

const plain = { id: "a-f", appId: "a", name: "f", url: "", triggers: [], cancel: [], concurrency: [] };
const sentences = (config: Parameters<typeof describeSettings>[0]) =>
  describeSettings(config).map(({ name, value }) => `${name}: ${value}`);

it("names only the settings that a function has", () => {
  expect(sentences({ ...plain, maxAttempts: 1 })).toEqual(["Retries: none"]);
});

it("writes every setting as a sentence", () => {
  const config = {
    ...plain,
    maxAttempts: 5,
    concurrency: [{ limit: 2, key: "event.data.shop", scope: "account" as const }],
    throttle: { limit: 10, period: 60_000, burst: 2 },
    rateLimit: { limit: 1, period: 3_600_000, key: "event.data.user" },
    debounce: { period: 5_000, timeout: 60_000 },
    batch: { maxSize: 100, timeout: 5_000, if: "event.data.big" },
    priority: "event.data.rank",
    singleton: { mode: "skip" as const, key: "event.data.id" },
    idempotency: "event.data.orderId",
    cancel: [{ event: "order.cancelled", if: "true", timeout: "1h" }],
    timeouts: { start: 10_000, finish: 90_000 },
  };
  expect(sentences(config)).toEqual([
    "Retries: 4 times",
    "Concurrency: 2 steps at a time, for each event.data.shop, over the account",
    "Throttle: 10 starts per 1 m, 2 more at once",
    "Rate limit: 1 run per 1 h, the rest is dropped, for each event.data.user",
    "Debounce: 5 s of quiet, at most 1 m",
    "Batch: up to 100 events or 5 s if event.data.big",
    "Priority: event.data.rank",
    "Singleton: one run; a second is not started, for each event.data.id",
    "Idempotency: once in 24 h for each event.data.orderId",
    "Cancelled on: order.cancelled if true, for 1h",
    "Start timeout: cancelled after 10 s in the queue",
    "Finish timeout: cancelled after 1 m 30 s of running",
  ]);
});
