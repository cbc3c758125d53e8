import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import type { KeptEvent } from "@org/stores/cascades/port";
import type { DeadLetter } from "@org/stores/dead-letters/port";
import type { RecordedDelivery } from "@org/stores/deliveries/port";
import { expect, it } from "vitest";
import type { EngineEvent, EngineRun } from "./engine.ts";
import { type CascadeFacts, type EventNode, type RunNode, treeOf } from "./tree.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 10, 0, second)).toISOString();

const event = (id: string, causationId?: string, more: Partial<KeptEvent> = {}): KeptEvent => ({
  ...{ id, name: id.split(":")[0] ?? "", createdAt: at(0), acceptedAt: at(1), functions: [] },
  data: causationId === undefined ? {} : { causationId },
  ...more,
});

const run = (runId: string, functionId: string, more: Partial<EngineRun> = {}): EngineRun => ({
  ...{ runId, functionId, status: "Completed", startedAt: at(1), endedAt: at(2), output: null },
  ...more,
});

const step = (name: string, sent: string[] = []) => ({
  ...{
    id: name,
    name,
    op: "StepRun",
    status: "completed",
    attempts: 1,
    startedAt: at(1),
    endedAt: at(2),
    result: null,
    sent,
  },
});

const letter = (runId: string, eventId: string): DeadLetter => ({
  ...{ runId, app: "mohallamart", workflow: "deliver-email", status: "open", failedAt: at(9) },
  events: [{ id: eventId, name: "email.requested" }],
  error: { name: "Error", message: "Refused." },
});

const delivery = (workflow: string, second: number): RecordedDelivery => ({
  ...{ key: `${workflow}:${second}`, subject: "ord_1", workflow, recipient: "customer", channel: "email" },
  ...{ status: "sent", recordedAt: at(second) },
});

const tree = (facts: Partial<CascadeFacts> & { engine?: Map<string, EngineEvent> }) =>
  treeOf({ events: [], letters: [], deliveries: [], engine: new Map(), ...facts });

function runLines({ functionId, status, steps, deliveries, replays }: RunNode, depth: number): string[] {
  const say = (text: string) => " ".repeat(depth) + text;
  return [
    say(`${functionId} ${status}`),
    ...steps.flatMap(({ step, invoked, sent }) => [
      say(` ${step.name}`),
      ...(invoked ? runLines(invoked, depth + 2) : []),
      ...lines(sent, depth + 2),
    ]),
    ...deliveries.map(({ workflow }) => say(` message of ${workflow}`)),
    ...lines(replays, depth + 1),
  ];
}

/** The tree as lines, each deeper one with a space more. */
function lines(nodes: readonly EventNode[], depth = 0): string[] {
  const say = (text: string) => " ".repeat(depth) + text;
  return nodes.flatMap(({ event: { id }, runs, caused }) => [
    say(id),
    ...runs.flatMap((run) => runLines(run, depth + 1)),
    ...lines(caused, depth + 1),
  ]);
}

it("puts events under the step that sent them, and under their cause where no step is known", () => {
  const { roots } = tree({
    events: [
      event("order.created:1"),
      event("email.requested:1", "order.created:1"),
      event("told:1", "email.requested:1"),
    ],
    engine: new Map([
      [
        "order.created:1",
        {
          internalId: "01A",
          runs: [run("r1", "mohallamart-confirm", { steps: [step("read"), step("ask", ["01B"])] })],
        },
      ],
      [
        "email.requested:1",
        { internalId: "01B", runs: [run("r2", "mohallamart-deliver-email", { status: "Failed" })] },
      ],
    ]),
  });
  expect(lines(roots)).toEqual([
    "order.created:1",
    " mohallamart-confirm completed",
    "  read",
    "  ask",
    "   email.requested:1",
    "    mohallamart-deliver-email failed",
    "    told:1",
  ]);
});

it("says without the engine which runs failed, and which functions were seen", () => {
  const { roots } = tree({
    events: [
      event("email.requested:1", undefined, {
        functions: [
          { functionId: "mohallamart-deliver-email", ended: true },
          { functionId: "mohallamart-count", ended: false },
          { functionId: "mohallamart-index", ended: true },
        ],
      }),
    ],
    letters: [letter("r1", "email.requested:1")],
  });
  expect(lines(roots)).toEqual([
    "email.requested:1",
    " mohallamart-deliver-email failed",
    " mohallamart-count begun",
    " mohallamart-index ended",
  ]);
  expect(roots[0]?.runs[0]).toMatchObject({ runId: "r1", failure: "Refused.", endedAt: at(9) });
});

it("shows a failed run once that the engine has as well, with why it failed", () => {
  const { roots } = tree({
    events: [event("email.requested:1")],
    letters: [letter("r1", "email.requested:1")],
    engine: new Map([
      [
        "email.requested:1",
        { internalId: "01A", runs: [run("r1", "mohallamart-deliver-email", { status: "Failed" })] },
      ],
    ]),
  });
  expect(roots[0]?.runs).toMatchObject([{ runId: "r1", status: "failed", failure: "Refused." }]);
});

it("puts a message under the latest run of its workflow that had begun, and keeps the others apart", () => {
  const { roots, deliveries } = tree({
    events: [event("a:1"), event("a:2")],
    engine: new Map([
      ["a:1", { internalId: "01A", runs: [run("r1", "mohallamart-send")] }],
      ["a:2", { internalId: "01B", runs: [run("r2", "mohallamart-send", { startedAt: at(10) })] }],
    ]),
    deliveries: [delivery("send", 3), delivery("send", 11), delivery("nobody", 3), delivery("send", 0)],
  });
  expect(lines(roots)).toEqual([
    ...["a:1", " mohallamart-send completed", "  message of send"],
    ...["a:2", " mohallamart-send completed", "  message of send"],
  ]);
  expect(deliveries.map(({ key }) => key)).toEqual(["nobody:3", "send:0"]);
});

it("shows events that name each other, and those whose cause is not kept, once each", () => {
  const { roots } = tree({
    events: [event("a:1", "b:1"), event("b:1", "a:1"), event("c:1", "gone"), event("d:1", "d:1")],
  });
  expect(lines(roots)).toEqual(["c:1", "a:1", " b:1", "d:1"]);
});

it("keeps failed runs apart whose events are gone", () => {
  expect(tree({ events: [event("a:1")], letters: [letter("r1", "gone")] }).strays).toMatchObject([
    { runId: "r1" },
  ]);
});

it("puts a replay under the run that failed, with the run that it began and what that sent", () => {
  const invoked = run("r3", "mohallamart-deliver-email", { startedAt: at(12) });
  const replaying = run("r2", "operations-replay-dead-letter", {
    steps: [{ ...step("run-failed-function"), invoked }],
  });
  const { roots } = tree({
    events: [
      event("email.requested:1"),
      event("ask:1", undefined, { name: deadLetterReplayRequested.event, data: { runId: "r1" } }),
    ],
    letters: [letter("r1", "email.requested:1")],
    engine: new Map([["ask:1", { internalId: "01B", runs: [replaying] }]]),
    deliveries: [delivery("deliver-email", 13)],
  });
  expect(lines(roots)).toEqual([
    "email.requested:1",
    " mohallamart-deliver-email failed",
    "  ask:1",
    "   operations-replay-dead-letter completed",
    "    run-failed-function",
    "     mohallamart-deliver-email completed",
    "      message of deliver-email",
  ]);
});
