import * as z from "zod";
import { invokedEventName } from "../core/invokers.ts";
import type { EventRecord, FunctionConfig, StepRecord } from "../core/records.ts";
import type { Engine } from "../engine/engine.ts";
import type { RunDetail } from "../engine/queries.ts";
import { literal } from "./test-literals.ts";

/** Something that happens in a test at a time, as lines of code. */
interface Action {
  at: number;
  lines: string[];
}

/** Milliseconds from which a difference of two times was meant. */
const noticeable = 1_000;

const bodySchema = z.looseObject({ name: z.string(), data: z.record(z.string(), z.unknown()).catch({}) });
const receivedSchema = z.looseObject({ id: z.string(), data: z.record(z.string(), z.unknown()).catch({}) });

const signalMemoSchema = z
  .object({ data: z.object({ signal: z.string(), data: z.unknown() }) })
  .nullable()
  .catch(null);

/** What starts the run. */
export function startActions({ run, events }: RunDetail): Action[] {
  const [first] = events;
  if (run.cron !== undefined || !first) return [{ at: run.queuedAt, lines: [] }];
  if (first.name === invokedEventName) {
    const { data } = bodySchema.parse(JSON.parse(first.json));
    const { _inngest: _own, ...given } = data;
    return [
      {
        at: run.queuedAt,
        lines: [
          `await engine.controls.invoke(functionId, ${literal(given)});`,
          "await engine.runUntilIdle();",
        ],
      },
    ];
  }
  const isRerun = run.rerunOf !== undefined;
  return events.map((event) => sendAction(event, isRerun ? run.queuedAt : event.receivedAt));
}

/** What came from outside while the run went on, in order. */
export function laterActions(
  engine: Engine,
  detail: RunDetail,
  config: FunctionConfig | undefined,
): Action[] {
  const sent = new Set<string>();
  const actions = detail.steps.flatMap((step) => stepActions(engine, step, sent));
  const cancelled = cancelAction(engine, detail, config);
  return [...actions, ...(cancelled ? [cancelled] : [])].toSorted((a, b) => a.at - b.at);
}

function stepActions(engine: Engine, step: StepRecord, sent: Set<string>): Action[] {
  const { endedAt, dueAt = 0, status } = step;
  if (endedAt === undefined || status !== "completed") return [];
  const isEarly = endedAt < dueAt - noticeable;
  if (step.op === "Sleep") return isEarly ? [controlAction(step, endedAt, "skipSleep")] : [];
  if (step.op === "WaitForSignal") return signalActions(step, endedAt);
  if (step.op !== "WaitForEvent") return [];
  const received = receivedSchema.safeParse(JSON.parse(step.memo ?? "null")).data;
  if (!received) return isEarly ? [controlAction(step, endedAt, "endWait")] : [];
  const event = findReceived(engine, String(step.opts?.event ?? ""), received.id, endedAt);
  if (!event) return [controlAction(step, endedAt, "endWait", `, ${literal(received.data)}`)];
  if (sent.has(event.id)) return [];
  sent.add(event.id);
  return [sendAction(event, endedAt)];
}

/** A wait that ran into its timeout does so by itself. */
function signalActions(step: StepRecord, at: number): Action[] {
  const { data } = signalMemoSchema.parse(JSON.parse(step.memo ?? "null")) ?? {};
  if (!data) return [];
  return [{ at, lines: [`await engine.signal(${JSON.stringify(data.signal)}, ${literal(data.data)});`] }];
}

function findReceived(engine: Engine, name: string, id: string, at: number): EventRecord | undefined {
  const times = { receivedAfter: at - noticeable, receivedBefore: at + noticeable };
  return (
    engine.event(id) ??
    engine.events({ name, ...times }).find((event) => event.externalId === id || event.id === id)
  );
}

function sendAction(event: EventRecord, at: number): Action {
  const { name, data, v, user } = bodySchema.parse(JSON.parse(event.json));
  const id = event.externalId;
  const ts = Math.abs(event.ts - at) > noticeable ? event.ts : undefined;
  const hasUser = typeof user === "object" && user !== null && Object.keys(user).length > 0;
  const body = { name, data, id, ts, v, ...(hasUser ? { user } : {}) };
  return { at, lines: [`await engine.send(${literal(body)});`] };
}

function controlAction(step: StepRecord, at: number, control: string, rest = ""): Action {
  const call = `await engine.controls.${control}(engine.run(functionId).id, ${JSON.stringify(step.id)}${rest});`;
  return { at, lines: [call, "await engine.runUntilIdle();"] };
}

/** A cancellation by an event is sent again; any other that the settings do not bring about is asked for. */
function cancelAction(
  engine: Engine,
  { run }: RunDetail,
  config: FunctionConfig | undefined,
): Action | undefined {
  const { endedAt } = run;
  if (run.status !== "Cancelled" || endedAt === undefined) return undefined;
  const names = new Set(config?.cancel.map(({ event }) => event));
  const times = { receivedAfter: endedAt - noticeable, receivedBefore: endedAt + 1 };
  const cause = engine
    .events(times)
    .find(({ id, name }) => names.has(name) && run.error?.message.includes(id));
  if (cause) return sendAction(cause, endedAt);
  return { at: endedAt, lines: ["await engine.cancel(engine.run(functionId).id);"] };
}
