import type { MetadataRecord, RunRecord, SerializedError, StepRecord, StepStatus } from "../core/records.ts";
import type { RunDetail } from "../engine/queries.ts";

/** A step of a run. `attempts` counts the tries, failed ones included. */
export interface StepView {
  id: string;
  /** The protocol's name of the step, as controls take it. */
  hash: string;
  /** `StepRun`, `Sleep`, `WaitForEvent`, `WaitForSignal`, `InvokeFunction`, `Gateway` or `AIGateway`. */
  op: string;
  status: StepStatus;
  output: unknown;
  /** The error of the last attempt, unless that one succeeded. */
  error: SerializedError | undefined;
  attempts: number;
  startedAt: Date;
  endedAt: Date | undefined;
}

/** A run as tests look at it. It is a snapshot: ask the engine again after more has happened. */
export interface RunView {
  id: string;
  functionId: string;
  status: RunRecord["status"];
  output: unknown;
  error: SerializedError | undefined;
  /** In the order in which they began. */
  steps: StepView[];
  /** The number of calls of the function body that failed outside any step, plus the one that did not. */
  attempts: number;
  /** What the app noted about the run and its steps: metadata, scores, experiments. */
  metadata: Pick<MetadataRecord, "name" | "target" | "values">[];
  /** The events that started the run. */
  events: { id: string; name: string; data: unknown }[];
  /** One line per thing that happened, with its time since the run was queued. */
  timeline(): string[];
}

export function toRunView({ run, events, steps, annotations }: RunDetail): RunView {
  const views = steps.map(toStepView);
  return {
    id: run.id,
    functionId: run.functionId,
    status: run.status,
    output: run.output === undefined ? undefined : parse(run.output),
    error: run.error,
    steps: views,
    attempts: run.attempts.length + (run.status === "Failed" ? 0 : 1),
    metadata: annotations
      .filter((record) => record.kind === "metadata")
      .map(({ name, target, values }) => ({ name, target, values })),
    events: events.map((event) => toEvent(parse(event.json))),
    timeline: () => timelineOf(run, steps),
  };
}

function toStepView(step: StepRecord): StepView {
  const memo = step.memo === undefined ? undefined : parse(step.memo);
  const isRun = typeof memo === "object" && memo !== null && step.op !== "WaitForEvent";
  return {
    id: step.name,
    hash: step.id,
    op: step.op,
    status: step.status,
    output: isRun ? ("data" in memo ? memo.data : undefined) : memo,
    error: step.status === "failed" ? errorOf(memo) : step.attempts.at(-1)?.error,
    attempts: step.attempts.length,
    startedAt: new Date(step.startedAt),
    endedAt: step.endedAt === undefined ? undefined : new Date(step.endedAt),
  };
}

function timelineOf(run: RunRecord, steps: StepRecord[]): string[] {
  const lines: { at: number; text: string }[] = [{ at: run.queuedAt, text: "queued" }];
  for (const step of steps) {
    for (const { attempt, endedAt, error } of step.attempts) {
      if (error)
        lines.push({ at: endedAt, text: `${step.name} attempt ${attempt + 1} failed: ${error.message}` });
    }
    if (step.op !== "StepRun") lines.push({ at: step.startedAt, text: `${step.name} ${waitingWord(step)}` });
    if (step.endedAt !== undefined) lines.push({ at: step.endedAt, text: `${step.name} ${step.status}` });
  }
  for (const { attempt, endedAt, error } of run.attempts) {
    lines.push({ at: endedAt, text: `function attempt ${attempt + 1} failed: ${error?.message ?? ""}` });
  }
  if (run.endedAt !== undefined) lines.push({ at: run.endedAt, text: run.status.toLowerCase() });
  return lines.sort((a, b) => a.at - b.at).map(({ at, text }) => `${elapsed(at - run.queuedAt)} ${text}`);
}

function waitingWord(step: StepRecord): string {
  if (step.op === "Sleep") return "sleeps";
  if (step.op === "WaitForSignal") return `waits for the signal ${String(step.opts?.signal ?? "")}`;
  if (step.op === "WaitForEvent") return `waits for ${String(step.opts?.event ?? "an event")}`;
  return step.op === "InvokeFunction"
    ? `invokes ${String(step.opts?.function_id ?? "a function")}`
    : "begins";
}

/** `+7d 00:00:15`. */
function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  const pad = (value: number) => String(value).padStart(2, "0");
  const clock = `${pad(Math.floor(seconds / 3_600) % 24)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `+${Math.floor(seconds / 86_400)}d ${clock}`;
}

function errorOf(memo: unknown): SerializedError | undefined {
  if (typeof memo !== "object" || memo === null || !("error" in memo)) return undefined;
  return toError(memo.error);
}

function toEvent(value: unknown): { id: string; name: string; data: unknown } {
  const { id, name, data }: { id?: unknown; name?: unknown; data?: unknown } =
    typeof value === "object" && value !== null ? value : {};
  return { id: String(id), name: String(name), data };
}

/** Guarantee: failed memos are written by the engine as `{error: SerializedError}`. */
function toError(value: unknown): SerializedError {
  return value as SerializedError;
}

function parse(json: string): unknown {
  return JSON.parse(json);
}
