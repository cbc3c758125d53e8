import { upstashCache } from "@org/integrations/cache/upstash";
import { startEmulators } from "@org/local-stack";
import { afterAll, beforeEach, expect, it } from "vitest";
import { createLimiter, limits, tooMany } from "./limit.ts";

const emulators = await startEmulators();
const { url, token } = emulators.upstash;
const warnings: object[] = [];
const log = { warn: (entry: object) => warnings.push(entry) };
const limiterAt = (now?: () => number) => createLimiter({ cache: upstashCache({ url, token }), log, now });
const { limit, window } = limits["codes-to-address"];

beforeEach(async () => {
  await emulators.reset();
  warnings.length = 0;
});
afterAll(() => emulators.stop());

const uses = async (limiter: ReturnType<typeof limiterAt>, subject: string, times: number) => {
  const allowed: boolean[] = [];
  for (let n = 0; n < times; n++) allowed.push(await limiter.allows("codes-to-address", subject));
  return allowed.filter(Boolean).length;
};

it("processes share a limit; subjects and limits do not", async () => {
  const [one, other] = [limiterAt(), limiterAt()];
  expect(await uses(one, "a@example.com", 3)).toBe(3);
  expect(await uses(other, "a@example.com", 3)).toBe(limit - 3);
  expect(await uses(other, "b@example.com", 1)).toBe(1);
  expect(await other.allows("orders", "a@example.com")).toBe(true);
  expect(warnings).toEqual([]);
});

it("a process counts on its own while the cache is down, and each window anew", async () => {
  let now = 0;
  const limiter = limiterAt(() => now);
  emulators.failNext("upstash", { status: 503, times: 2 * limit + 3 });
  expect(await uses(limiter, "a@example.com", limit + 1)).toBe(limit);
  expect(await uses(limiter, "b@example.com", 1)).toBe(1);
  now = window;
  expect(await uses(limiter, "a@example.com", limit + 1)).toBe(limit);
  expect(JSON.stringify(warnings)).not.toContain("a@example.com");
  expect(warnings).toHaveLength(2 * limit + 3);
});

it("what a form says names the time to wait", () => {
  expect(tooMany("orders")).toBe(
    "Too many orders came from your network. Wait 10 minutes and send the form again.",
  );
});
