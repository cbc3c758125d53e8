import { expect, it } from "vitest";
import { readOptions } from "../options.ts";
import type { FaultRecord } from "../run/journal.ts";
import { act } from "../world/testing/right-world.ts";
import { printReport } from "./print.ts";
import { createReport, type ReportInput } from "./report.ts";

const kill: FaultRecord = {
  number: 1,
  fault: { kind: "kill", process: "web", downFor: 0 },
  at: 900,
  startedIn: 40,
};

const input = (changes: Partial<ReportInput> = {}): ReportInput => ({
  options: readOptions(["--seed", "7"], () => 0),
  acts: [act("ord_1", { what: "cancellation" }), act("ord_2", { what: "cancellation" }, "doubt")],
  faults: [kill],
  endedByItself: [],
  lettersBefore: [],
  findingsBefore: 0,
  seen: { findings: [], stated: [] },
  took: { work: 1_000, drain: 2_000, replay: 0 },
  ...changes,
});

it("counts what was asked for and broken, and how long it took to come back", () => {
  const report = createReport(input());
  expect(report).toMatchObject({
    isRight: true,
    acts: { cancellation: { acknowledged: 1, doubt: 1 } },
    faults: { "kill web": 1 },
    recovery: { web: { times: 1, half: 40, longest: 40 }, people: { times: 1, half: 1_100 } },
  });
  expect(printReport(report)).toContain("Nothing is lost, doubled or half done.");
});

it("is not right with a difference, and says which and how to play it again", () => {
  const finding = { kind: "lost", what: "order", id: "ord_1", says: "it is not there" } as const;
  const report = createReport(input({ seen: { findings: [finding], stated: [] } }));
  expect([report.isRight, report.counts.lost]).toEqual([false, 1]);
  const printed = printReport(report);
  expect(printed).toContain("lost: order ord_1: it is not there");
  expect(printed).toContain("Again: pnpm test:chaos --kills 20 --seed 7");
});

it("is not right when a process ended by itself while it worked; one that gave up its start is only named", () => {
  const ended = { process: "web", at: "now", how: "exit code 1", lines: ["out of luck"] } as const;
  const [whileWorking, atStart] = [true, false].map((hadStarted) =>
    createReport(input({ endedByItself: [{ ...ended, lines: [...ended.lines], hadStarted }] })),
  );
  expect([whileWorking?.isRight, atStart?.isRight]).toEqual([false, true]);
  expect(atStart && printReport(atStart)).toContain("web with exit code 1 during its start: out of luck");
});

it("is not right when a process did not come up again", () => {
  expect(createReport(input({ faults: [{ ...kill, problem: "web did not answer" }] })).isRight).toBe(false);
});

it("puts dead letters of one cause together, and says how many a replay cured", () => {
  const letter = { workflow: "send", status: "open", events: "[]" };
  const report = createReport(
    input({
      lettersBefore: [
        { ...letter, runId: "run_1", error: "Order ord_01ABCDEFG: 503" },
        { ...letter, runId: "run_2", error: "Order ord_01HIJKLMN: 503" },
      ],
      seen: { findings: [], stated: [{ kind: "dead letter", what: "send", id: "run_2", says: "503" }] },
    }),
  );
  expect(report.deadLetters).toEqual([{ cause: "send: Order …: …", count: 2, cured: 1 }]);
});
