import { expect, it } from "vitest";
import { digestText, type Week } from "./digest-text.ts";

const quiet: Week = {
  ...{ measured: [], letters: [], inDoubt: 0, suppressed: [] },
  outbox: { pending: 3, oldestPendingAge: 900, failing: [], lost: [] },
};
const say = (week: Partial<Week>) => digestText({ ...quiet, ...week }, "https://here.test/operations");
const total = { owner: "mohallamart", done: 9, failed: 0, again: 0, limited: 0 };

it("events on their way, vendors that answer and addresses that have long been suppressed are no trouble", () => {
  const measured = [{ ...total, kind: "step", name: "slow", p99: 90_000 } as const];
  const suppressed = [{ channel: "email", reason: "bounced", count: 4 } as const];
  expect(say({ measured, suppressed })).toBe("Nothing failed this week, and nothing waits for anybody.");
});

it("says which events do not get on, and for how long they wait", () => {
  const failing = [{ id: "e", name: "n", attempts: 2, lastError: "no", createdAt: "" }];
  const lost = [{ id: "e", name: "n", resends: 1, since: "" }];
  expect(say({ outbox: { pending: 3, oldestPendingAge: 61_000, failing, lost } })).toBe(
    [
      "Events that do not get on",
      "- 3 wait, the oldest for 1 minute",
      "- 1 refused by the engine",
      "- 1 taken by the engine that started nothing",
      "Look at why each waits: https://here.test/operations#outbox",
    ].join("\n"),
  );
});

it("names the five worst, the worst first", () => {
  const measured = [1, 5, 3, 2, 6, 4].map(
    (failed) => ({ ...total, kind: "run", name: `w${failed}`, failed }) as const,
  );
  const named = [...say({ measured }).matchAll(/- (w\d)/g)].map(([, name]) => name);
  expect(named).toEqual(["w6", "w5", "w4", "w3", "w2"]);
});
