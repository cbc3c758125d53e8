import { expect, it } from "vitest";
import { rateLimiter } from "./rate-limit.ts";

it("counts requests in windows and tells when the next one opens", () => {
  let now = 10_000;
  const limiter = rateLimiter({ requests: 2, window: 3_000 }, () => now);
  expect(limiter.take()).toEqual({ remaining: 1, reset: 3 });
  now += 500;
  expect(limiter.take()).toEqual({ remaining: 0, reset: 3 });
  now += 1_600;
  expect(limiter.take()).toEqual({ remaining: 0, reset: 1, retryAfter: 1 });
  now += 900;
  expect(limiter.take()).toEqual({ remaining: 1, reset: 3 });
});
