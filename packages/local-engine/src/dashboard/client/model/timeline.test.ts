import { describe, expect, it } from "vitest";
import type { RunDetail, StepView } from "../../api-types.ts";
import { createTimeline } from "./timeline.ts";

const failure = { name: "Error", message: "no" };

function runWith(steps: StepView[], rest: Partial<RunDetail> = {}): RunDetail {
  return {
    id: "run",
    functionId: "app-fn",
    functionName: "fn",
    appId: "app",
    status: "Running",
    eventIds: [],
    queuedAt: 1_000,
    startedAt: 1_010,
    events: [],
    attempts: [],
    canRerun: true,
    steps,
    ...rest,
  };
}

function stepWith(rest: Partial<StepView>): StepView {
  const named = { id: "s", op: "StepRun", name: "send", displayName: "send" };
  return { ...named, status: "completed", attempts: [], startedAt: 1_020, ...rest };
}

/** The bars of a row as `kind start-end`. */
function barsOf(run: RunDetail, key: string, now = 2_000): string[] {
  const row = createTimeline(run, now).rows.find((candidate) => candidate.key === key);
  return (row?.segments ?? []).map(({ kind, start, end }) => `${kind} ${start}-${end}`);
}

describe("createTimeline", () => {
  it("draws the app's own trace under its step, and what is outside of steps below", () => {
    const span = (id: string, stepId?: string, failed = false) => ({
      ...{ id, name: id, startedAt: 1_021, endedAt: 1_025, depth: 0, failed },
      ...(stepId === undefined ? {} : { stepId }),
      attributes: { text: "{}", bytes: 2, complete: true },
    });
    const steps = [stepWith({ id: "s" }), stepWith({ id: "t" })];
    const run = runWith(steps, {
      spans: [span("x"), span("y", "s", true)],
      endedAt: 1_600,
      status: "Completed",
    });
    const keys = createTimeline(run, 9_999).rows.map(({ key }) => key);
    expect(keys).toEqual(["queue", "s", "span-y", "t", "span-x"]);
    expect(barsOf(run, "span-y")).toEqual(["failed 1021-1025"]);
    expect(barsOf(run, "span-x")).toEqual(["succeeded 1021-1025"]);
  });

  it("draws the queue, the attempts and the pauses between them", () => {
    const attempts = [
      { attempt: 0, startedAt: 1_020, endedAt: 1_030, error: failure },
      { attempt: 1, startedAt: 1_530, endedAt: 1_540 },
    ];
    const run = runWith([stepWith({ attempts, endedAt: 1_540 })], { endedAt: 1_600, status: "Completed" });
    expect(barsOf(run, "queue")).toEqual(["queued 1000-1010"]);
    expect(barsOf(run, "s")).toEqual(["failed 1020-1030", "backoff 1030-1530", "succeeded 1530-1540"]);
    expect(createTimeline(run, 9_999).range).toEqual({ start: 1_000, end: 1_600 });
  });

  it("lets what is open reach to now", () => {
    const attempts = [{ attempt: 0, startedAt: 1_020, endedAt: 1_030, error: failure }];
    const retrying = runWith([stepWith({ status: "retrying", attempts, dueAt: 9_000 })]);
    expect(barsOf(retrying, "s")).toEqual(["failed 1020-1030", "backoff 1030-2000"]);
    expect(barsOf(runWith([stepWith({ op: "Sleep", status: "sleeping", dueAt: 9_000 })]), "s")).toEqual([
      "sleep 1020-2000",
    ]);
    expect(barsOf(runWith([stepWith({ status: "planned" })]), "s")).toEqual(["working 1020-2000"]);
  });

  it("shows that the function is called while no step says what it does", () => {
    const run = runWith([stepWith({ endedAt: 1_500 })]);
    expect(barsOf(run, "body")).toEqual(["working 1500-2000"]);
    expect(barsOf(runWith([stepWith({ op: "Sleep", status: "sleeping" })]), "body")).toEqual([]);
  });

  it("shows failed tries of the function's body", () => {
    const attempts = [{ attempt: 0, startedAt: 1_020, endedAt: 1_030, error: failure }];
    const run = runWith([], { attempts, status: "Failed", endedAt: 1_040 });
    expect(barsOf(run, "body")).toEqual(["failed 1020-1030"]);
  });

  it("marks results that were taken over from an earlier run", () => {
    const attempts = [{ attempt: 0, startedAt: 10, endedAt: 20 }];
    const [, row] = createTimeline(
      runWith([stepWith({ attempts, startedAt: 1_000, endedAt: 20 })]),
      2_000,
    ).rows;
    expect(row).toMatchObject({ kept: true, segments: [], start: 1_000, end: 1_000 });
  });

  it("tells repeated steps apart", () => {
    const rows = createTimeline(runWith([stepWith({}), stepWith({ id: "s2", index: 1 })]), 2_000).rows;
    expect(rows.slice(1, 3).map(({ title }) => title)).toEqual(["send", "send (2)"]);
  });

  it("counts only work as busy, so that waits can be shortened", () => {
    const attempts = [{ attempt: 0, startedAt: 1_020, endedAt: 1_030 }];
    const sleep = stepWith({ id: "z", op: "Sleep", status: "sleeping", startedAt: 1_030 });
    const run = runWith([stepWith({ attempts, endedAt: 1_030 }), sleep]);
    expect(createTimeline(run, 2_000).busy).toEqual([{ start: 1_020, end: 1_030 }]);
  });
});
