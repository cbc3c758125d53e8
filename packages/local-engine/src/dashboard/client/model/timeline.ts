import type { AttemptRecord, RunDetail, SpanView, StepView } from "../../api-types.ts";
import type { Interval } from "./time-scale.ts";

type SegmentKind = "queued" | "succeeded" | "failed" | "backoff" | "sleep" | "wait" | "working";

/** A piece of a bar. */
interface Segment extends Interval {
  kind: SegmentKind;
  /** What a screen reader and the tooltip say. */
  label: string;
}

export interface TimelineRow {
  key: string;
  title: string;
  segments: Segment[];
  /** Set when the row belongs to a step. */
  step?: StepView;
  /** Set when the row is a piece of the app's own trace. */
  span?: SpanView;
  /** The result was taken over from the run that this one repeats. */
  kept: boolean;
  start: number;
  /** Absent while it goes on. */
  end?: number;
}

export interface Timeline {
  rows: TimelineRow[];
  range: Interval;
  /** When the app's code was at work. */
  busy: Interval[];
  /** True while something is open that a clock should be shown for. */
  isOpen: boolean;
}

const openStatuses: ReadonlySet<string> = new Set(["planned", "retrying", "sleeping", "waiting", "invoking"]);

export function isOpenStep(step: StepView): boolean {
  return openStatuses.has(step.status);
}

/** @param now closes what has not ended. */
export function createTimeline(run: RunDetail, now: number): Timeline {
  const isOpen = run.endedAt === undefined;
  const end = run.endedAt ?? Math.max(now, run.queuedAt);
  const rows = [
    queueRow(run, end),
    ...run.steps.flatMap((step) => [stepRow(step, run, end), ...spansOf(run, step.id)]),
    ...spansOf(run, undefined),
    ...bodyRows(run, end),
  ];
  const range = { start: run.queuedAt, end: Math.max(end, run.queuedAt + 1) };
  const worked = new Set<SegmentKind>(["succeeded", "failed", "working"]);
  const busy = rows.flatMap(({ segments }) => segments.filter(({ kind }) => worked.has(kind)));
  return { rows, range, busy: busy.map(({ start, end: stop }) => ({ start, end: stop })), isOpen };
}

function queueRow(run: RunDetail, end: number): TimelineRow {
  const until = run.startedAt ?? end;
  const segment: Segment = { kind: "queued", start: run.queuedAt, end: until, label: "in the queue" };
  return {
    key: "queue",
    title: "Queued",
    segments: [segment],
    kept: false,
    start: run.queuedAt,
    ...(run.startedAt === undefined ? {} : { end: run.startedAt }),
  };
}

function stepRow(step: StepView, run: RunDetail, end: number): TimelineRow {
  const kept = step.endedAt !== undefined && step.endedAt < run.queuedAt;
  const start = kept ? run.queuedAt : Math.min(step.startedAt, step.attempts[0]?.startedAt ?? step.startedAt);
  const stop = kept ? run.queuedAt : step.endedAt;
  return {
    key: step.id,
    title: titleOf(step),
    segments: kept ? [] : segmentsOf(step, stop ?? end),
    step,
    kept,
    start,
    ...(stop === undefined ? {} : { end: stop }),
  };
}

/** The spans of a step, or those outside any. */
function spansOf({ spans = [] }: RunDetail, stepId: string | undefined): TimelineRow[] {
  return spans.filter((span) => span.stepId === stepId).map(spanRow);
}

function spanRow(span: SpanView): TimelineRow {
  const { id, name, startedAt: start, endedAt: end, failed, message } = span;
  const label = failed ? `failed${message === undefined ? "" : `: ${message}`}` : "took";
  const segments = [{ kind: failed ? ("failed" as const) : ("succeeded" as const), start, end, label }];
  return { key: `span-${id}`, title: name, segments, span, kept: false, start, end };
}

function titleOf({ displayName, index }: StepView): string {
  return index === undefined || index === 0 ? displayName : `${displayName} (${index + 1})`;
}

const waits = new Map<string, { kind: SegmentKind; label: string }>([
  ["Sleep", { kind: "sleep", label: "asleep" }],
  ["WaitForEvent", { kind: "wait", label: "waiting for an event" }],
  ["WaitForSignal", { kind: "wait", label: "waiting for a signal" }],
  ["InvokeFunction", { kind: "wait", label: "waiting for the invoked function" }],
]);

function segmentsOf(step: StepView, end: number): Segment[] {
  const wait = waits.get(step.op);
  if (wait) return [{ ...wait, start: step.startedAt, end }];
  const segments = attemptSegments(step.attempts);
  const last = step.attempts.at(-1)?.endedAt ?? step.startedAt;
  if (step.status === "planned") segments.push({ kind: "working", start: last, end, label: "running" });
  if (step.status === "retrying") {
    segments.push({ kind: "backoff", start: last, end, label: "waiting for the next attempt" });
  }
  return segments;
}

function attemptSegments(attempts: readonly AttemptRecord[]): Segment[] {
  return attempts.flatMap((attempt, position) => {
    const { startedAt: start, endedAt: end, error } = attempt;
    const number = attempt.attempt + 1;
    const own: Segment = error
      ? { kind: "failed", start, end, label: `attempt ${number} failed: ${error.message}` }
      : { kind: "succeeded", start, end, label: `attempt ${number} succeeded` };
    const before = attempts[position - 1];
    if (!before) return [own];
    const pause = { start: before.endedAt, end: start, label: "waiting for the next attempt" };
    return [{ kind: "backoff" as const, ...pause }, own];
  });
}

/** Failed tries of the code outside steps, and the call that goes on when no step says what the run does. */
function bodyRows(run: RunDetail, end: number): TimelineRow[] {
  const segments = attemptSegments(run.attempts);
  const isCalled = run.status === "Running" && run.endedAt === undefined && !run.steps.some(isOpenStep);
  if (isCalled) {
    const ends = [run.startedAt ?? run.queuedAt, ...run.steps.map(({ endedAt }) => endedAt ?? 0)];
    const last = Math.max(...ends, ...run.attempts.map(({ endedAt }) => endedAt));
    segments.push({ kind: "working", start: last, end, label: "the function is being called" });
  }
  const [first] = segments;
  if (!first) return [];
  const title = run.attempts.length > 0 ? "Function body" : "Calling the function";
  return [
    {
      key: "body",
      title,
      segments,
      kept: false,
      start: first.start,
      ...(isCalled ? {} : { end: segments.at(-1)?.end ?? end }),
    },
  ];
}
