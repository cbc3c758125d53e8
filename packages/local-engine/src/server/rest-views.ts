import type { EventRecord, RunRecord, StepRecord } from "../core/records.ts";

/** A stored event in the form of Inngest's REST API. */
export function toEventView(event: EventRecord) {
  const body: unknown = JSON.parse(event.json);
  return {
    ...(typeof body === "object" ? body : {}),
    internal_id: event.id,
    id: event.externalId ?? event.id,
    received_at: new Date(event.receivedAt).toISOString(),
  };
}

/** A run in the form of Inngest's REST API. */
export function toRunView(run: RunRecord) {
  return {
    run_id: run.id,
    run_started_at: new Date(run.startedAt ?? run.queuedAt).toISOString(),
    ended_at: run.endedAt === undefined ? null : new Date(run.endedAt).toISOString(),
    function_id: run.functionId,
    app_id: run.appId,
    event_id: run.eventIds[0] ?? null,
    batch_id: run.batchId ?? null,
    cron: run.cron ?? null,
    status: run.status,
    output: outputOf(run),
  };
}

/** A step in the form used by `GET /v1/runs/:id`. */
export function toStepView(step: StepRecord) {
  const memo: unknown = step.memo === undefined ? null : JSON.parse(step.memo);
  return {
    id: step.id,
    name: step.name,
    display_name: step.displayName,
    op: step.op,
    status: step.status,
    attempts: step.attempts,
    started_at: new Date(step.startedAt).toISOString(),
    ended_at: step.endedAt === undefined ? null : new Date(step.endedAt).toISOString(),
    due_at: step.dueAt === undefined ? null : new Date(step.dueAt).toISOString(),
    invoked_run_id: step.invokedRunId ?? null,
    result: memo,
  };
}

function outputOf(run: RunRecord): unknown {
  if (run.error) return run.error;
  return run.output === undefined ? null : JSON.parse(run.output);
}
