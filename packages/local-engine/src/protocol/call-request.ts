import { defersJson } from "../core/defers.ts";
import type { Call } from "../core/dispatcher.ts";
import { byteLength, limits } from "../core/limits.ts";
import type { ActiveRun } from "../core/state.ts";
import { wellFormedJson } from "../core/well-formed.ts";
import { signBody } from "./signature.ts";
import { traceHeaders } from "./trace-context.ts";

/** An HTTP POST to an app. */
export interface CallRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Stands where a step's id would, in a call of the function's body. */
const discoveryStepId = "step";

/** The request that makes a call: the function's events, the memos of its finished steps and the context. */
export function buildCallRequest(call: Call, signing?: { key: string; now: number }): CallRequest {
  const { run, job, config, requestId } = call;
  const url = new URL(config.url);
  url.searchParams.set("fnId", config.id);
  const stepId = job.stepId ?? discoveryStepId;
  url.searchParams.set("stepId", stepId);
  const body = wellFormedJson(buildBody(call));
  return {
    url: url.href,
    headers: {
      "content-type": "application/json",
      "x-run-id": run.record.id,
      "x-request-id": requestId,
      "x-inngest-server-kind": signing ? "cloud" : "dev",
      "x-inngest-job-id": job.id,
      "x-inngest-step-id": stepId,
      "x-inngest-generation-id": String(job.generation ?? 1),
      "x-inngest-req-version": String(run.record.requestVersion),
      ...traceHeaders(call),
      ...(signing ? { "x-inngest-signature": signBody(body, signing.key, signing.now) } : {}),
    },
    body,
  };
}

/** The memos of finished steps as a JSON object by step id. */
export function stepsJson(run: ActiveRun): string {
  const entries: string[] = [];
  for (const step of run.steps.values())
    if (step.memo !== undefined) entries.push(`"${step.id}":${step.memo}`);
  return `{${entries.join(",")}}`;
}

export function eventsJson(run: ActiveRun): string {
  return `[${run.events.map((event) => event.json).join(",")}]`;
}

function buildBody({ run, job, config, requestId }: Call): string {
  const { record } = run;
  const eventBytes = run.events.reduce((total, event) => total + byteLength(event.json), 0);
  const useApi = run.stateBytes + eventBytes > limits.inlineStateBytes;
  const context = JSON.stringify({
    run_id: record.id,
    fn_id: config.id,
    step_id: job.stepId ?? discoveryStepId,
    attempt: job.attempt,
    max_attempts: config.maxAttempts,
    stack: { stack: run.stack, current: run.stack.length },
    qi_id: job.id,
    request_id: requestId,
    generation_id: job.generation ?? 1,
    disable_immediate_execution: record.parallel,
    use_api: useApi,
    env: "dev",
  });
  const event = run.events[0]?.json ?? "{}";
  const events = useApi ? "[]" : eventsJson(run);
  const steps = useApi ? "{}" : stepsJson(run);
  return `{"version":${record.requestVersion},"event":${event},"events":${events},"steps":${steps},"defers":${defersJson(record)},"ctx":${context}}`;
}
