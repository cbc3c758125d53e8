import type { MeasuredTotal } from "@org/stores/measurements/port";
import { expect, it } from "vitest";
import {
  beginOf,
  endings,
  formatDuration,
  formatShare,
  readSpan,
  retries,
  workflowRows,
} from "./workflow-view.ts";

const total = (given: Partial<MeasuredTotal>): MeasuredTotal => ({
  ...{ kind: "run", owner: "mohallamart", name: "welcome", done: 0, failed: 0, again: 0, limited: 0 },
  ...given,
});

it("gives a workflow one row, whatever was measured of it, and vendors none", () => {
  const [row, ...others] = workflowRows([
    total({ kind: "call", owner: "email", name: "resend", done: 4 }),
    total({ done: 3, failed: 1, again: 2 }),
    total({ kind: "step", again: 5 }),
    total({ kind: "wait", p99: 12 }),
  ]);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ app: "mohallamart", workflow: "welcome", wait: { p99: 12 } });
  expect(row && endings(row)).toBe(4);
  expect(row && retries(row)).toBe(7);
});

it("begins with what failed most, then with what ran most; one app's workflow is not another's", () => {
  const rows = workflowRows([
    total({ name: "quiet", done: 1 }),
    total({ name: "busy", done: 90 }),
    total({ name: "broken", done: 1, failed: 2 }),
    total({ name: "busy", owner: "ten-ocean", done: 5 }),
  ]);
  expect(rows.map(({ app, workflow }) => `${app} ${workflow}`)).toEqual([
    "mohallamart broken",
    "mohallamart busy",
    "ten-ocean busy",
    "mohallamart quiet",
  ]);
});

it.each([undefined, "", "century", ["week", "day"]])("reads the span of an address that says %j", (asked) => {
  expect(readSpan(asked)).toBe(Array.isArray(asked) ? "week" : "day");
});

it("looks back from now", () => {
  expect(beginOf("day", Date.parse("2026-11-02T00:00:00Z"))).toBe("2026-11-01T00:00:00.000Z");
});

it("says how long and how many", () => {
  expect([undefined, 12, 2_400, 180_000].map(formatDuration)).toEqual(["–", "12 ms", "2.4 s", "3 minutes"]);
  expect(formatShare(0, 0)).toBe("–");
  expect(formatShare(1, 32)).toBe("3.1%");
});
