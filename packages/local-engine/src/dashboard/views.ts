import type { EventRecord, FunctionConfig, RunRecord, SerializedError, StepRecord } from "../core/records.ts";
import { shownOptions } from "../core/step-options.ts";
import type { Engine } from "../engine/engine.ts";
import { toMetadataViews, toSpanViews } from "./annotations.ts";
import type { EventDetail, EventSummary, Payload, RunDetail, RunSummary, StepView } from "./api-types.ts";

/** Characters of a JSON text that are sent without being asked for, and of each when there are many. */
const payloadLength = 32_000;
const shortPayloadLength = 1_000;
const manySteps = 100;
const previewLength = 240;

/** @param limit characters after which the text is cut. */
function toPayload(json: string, limit = payloadLength): Payload {
  const complete = json.length <= limit;
  return { text: complete ? json : json.slice(0, limit), bytes: Buffer.byteLength(json), complete };
}

export function toRunSummary(engine: Engine, run: RunRecord): RunSummary {
  const [first] = run.eventIds;
  const eventName = first === undefined ? undefined : engine.event(first)?.name;
  const { id, functionId, appId, status, eventIds, queuedAt, startedAt, endedAt, cron, rerunOf } = run;
  return {
    id,
    functionId,
    functionName: functionOf(engine, functionId)?.name ?? functionId,
    appId,
    status,
    eventIds,
    queuedAt,
    ...withoutUndefined({ eventName, startedAt, endedAt, cron, rerunOf }),
    ...(run.error ? { errorText: errorText(run.error) } : {}),
  };
}

export function toEventSummary(engine: Engine, event: EventRecord): EventSummary {
  const { id, externalId, name, ts, receivedAt } = event;
  const runs = engine.runsOfEvent(id).map((run) => ({
    id: run.id,
    status: run.status,
    functionName: functionOf(engine, run.functionId)?.name ?? run.functionId,
  }));
  const preview = dataText(event.json).slice(0, previewLength);
  return { id, name, ts, receivedAt, preview, runs, ...withoutUndefined({ externalId }) };
}

export function toEventDetail(engine: Engine, event: EventRecord): EventDetail {
  return { ...toEventSummary(engine, event), body: toPayload(event.json) };
}

export function toRunDetail(engine: Engine, runId: string): RunDetail | undefined {
  const found = engine.run(runId);
  if (!found) return undefined;
  const { run, events, steps, annotations } = found;
  const { error, attempts, invokedBy, output } = run;
  const limit = steps.length > manySteps ? shortPayloadLength : payloadLength;
  return {
    ...toRunSummary(engine, run),
    events: events.map((event) => toEventDetail(engine, event)),
    attempts,
    steps: steps.map((step) => ({
      ...toStepView(step, limit),
      ...withoutEmpty({ metadata: toMetadataViews(annotations, step) }),
    })),
    ...withoutEmpty({ metadata: toMetadataViews(annotations) }),
    ...withoutEmpty({ spans: toSpanViews(annotations) }),
    canRerun: functionOf(engine, run.functionId) !== undefined,
    ...withoutUndefined({ error, invokedBy, output: output === undefined ? undefined : toPayload(output) }),
  };
}

function toStepView(step: StepRecord, limit: number): StepView {
  const { id, op, name, displayName, index, status, attempts, startedAt, endedAt, dueAt, invokedRunId } =
    step;
  const { input, options } = shownOptions(step);
  const error = step.status === "retrying" ? step.attempts.at(-1)?.error : errorOf(step);
  const output = outputJson(step);
  return {
    id,
    op,
    name,
    displayName,
    status,
    attempts,
    startedAt,
    ...withoutUndefined({
      index,
      endedAt,
      dueAt,
      invokedRunId,
      error,
      input: input === undefined ? undefined : toPayload(JSON.stringify(input), limit),
      options: Object.keys(options).length === 0 ? undefined : toPayload(JSON.stringify(options), limit),
      output: output === undefined ? undefined : toPayload(output, limit),
    }),
  };
}

const dataStart = '{"data":';

/** The JSON text of a finished step's result, without its envelope; undefined when it has none or failed. */
export function outputJson({ status, memo }: StepRecord): string | undefined {
  if (status !== "completed" || memo === undefined) return undefined;
  return memo.startsWith(dataStart) ? memo.slice(dataStart.length, -1) : memo;
}

function errorOf(step: StepRecord): SerializedError | undefined {
  if (step.status !== "failed" || step.memo === undefined) return undefined;
  return readErrorMemo(step.memo);
}

/** Guarantee: the memo of a failed step was written as `{"error": SerializedError}`. */
function readErrorMemo(memo: string): SerializedError | undefined {
  return (JSON.parse(memo) as { error?: SerializedError }).error;
}

function errorText({ name, message }: SerializedError): string {
  return `${name}: ${message}`.replaceAll(/\s+/g, " ").slice(0, previewLength);
}

/** The `data` of a stored event as JSON text. */
function dataText(json: string): string {
  const body: unknown = JSON.parse(json);
  const data = typeof body === "object" && body !== null && "data" in body ? body.data : {};
  return JSON.stringify(data);
}

export function functionOf(engine: Engine, functionId: string): FunctionConfig | undefined {
  return engine.functions().find(({ id }) => id === functionId);
}

function withoutEmpty<Lists extends Record<string, readonly unknown[]>>(lists: Lists): Partial<Lists> {
  return Object.values(lists).every((list) => list.length === 0) ? {} : lists;
}

type WithoutUndefined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Guarantee: only keys whose value is not undefined remain. */
function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries) as WithoutUndefined<T>;
}
