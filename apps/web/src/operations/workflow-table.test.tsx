import type { MeasuredTotal } from "@org/stores/measurements/port";
import { parse } from "node-html-parser";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { VendorTable } from "./vendor-table.tsx";
import { WorkflowTable } from "./workflow-table.tsx";
import { workflowRows } from "./workflow-view.ts";

const total = (given: Partial<MeasuredTotal>): MeasuredTotal => ({
  ...{ kind: "run", owner: "mohallamart", name: "welcome", done: 0, failed: 0, again: 0, limited: 0 },
  ...given,
});

/** The texts of each line of a row's cells. */
function cellsOf(markup: string, row: string): string[][] {
  const cells = parse(markup).querySelectorAll(`tr[${row}] td`);
  return cells.map((cell) => cell.childNodes.map(({ text }) => text).filter((text) => text !== ""));
}

it("says of a workflow how many runs ended, how many of them failed, and how long runs, steps and the wait took", () => {
  const rows = workflowRows([
    total({ done: 38, failed: 2, again: 1, p50: 2_400, p99: 180_000 }),
    total({ kind: "step", done: 80, failed: 2, again: 6, p50: 12, p99: 340 }),
    total({ kind: "wait", done: 40, p50: 5, p99: 900 }),
  ]);
  const markup = renderToStaticMarkup(<WorkflowTable rows={rows} />);
  const heads = parse(markup).querySelectorAll("thead th");
  expect(heads.map(({ text }) => text)).toEqual(["Workflow", "Runs that ended", "Run", "Step", "Waited"]);
  expect(cellsOf(markup, 'data-measured="welcome"')).toEqual([
    ["welcome", "mohallamart"],
    ["40", "2 failed, 5%", "7 retries"],
    ["2.4 s", "p99 3 minutes"],
    ["12 ms", "p99 340 ms"],
    ["5 ms", "p99 900 ms"],
  ]);
});

it("says of a vendor how many calls it had, how many of them failed or were too many, and how long they took", () => {
  const calls = [total({ kind: "call", owner: "email", name: "resend", done: 90, failed: 5, limited: 5 })];
  const markup = renderToStaticMarkup(<VendorTable calls={calls} />);
  expect(cellsOf(markup, 'data-vendor="email resend"')).toEqual([
    ["resend", "email"],
    ["100", "5 failed, 5%", "5 over its limit"],
    ["–", "p99 –"],
  ]);
});
