import { expect, it } from "vitest";
import { ownDelayOf, ownRetriesOf } from "../../src/retry-policy.ts";
import { apps } from "./apps.ts";

const functions = apps.flatMap(({ functions }) => functions);
const reasons = functions.map((fn) => ({
  id: fn.id(),
  fn,
  reason: "retriesReason" in fn.opts ? String(fn.opts.retriesReason) : "",
}));

it("retries reach as long as their reason says", () => {
  const promised = reasons.flatMap(({ id, fn, reason }) => {
    const [, minutes] = /\breach(?:es)? over (\d+) minutes\b/.exec(reason) ?? [];
    const delays = Array.from({ length: ownRetriesOf(fn) }, (_none, attempt) => ownDelayOf(fn, attempt));
    const reached = delays.reduce((sum, delay) => sum + delay, 0) / 60_000;
    return minutes ? [{ id, minutes: Number(minutes), reached }] : [];
  });
  expect(promised.length).toBeGreaterThan(10);
  expect(promised.filter(({ minutes, reached }) => reached <= minutes)).toEqual([]);
});

it("a reason that says how long retries reach says it in minutes", () => {
  const vague = reasons.filter(
    ({ reason }) => /\breach/.test(reason) && !/\bover \d+ minutes\b/.test(reason),
  );
  expect(vague.map(({ id }) => id)).toEqual([]);
});
