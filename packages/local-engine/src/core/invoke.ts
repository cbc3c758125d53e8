import type { Core } from "./core.ts";
import { storeEvent } from "./event-log.ts";
import { correlationId, invokedEventName } from "./invokers.ts";
import type { FunctionConfig, StepRecord } from "./records.ts";
import { considerStart } from "./starting.ts";
import type { ActiveRun } from "./state.ts";
import { errorMemo, settleStep } from "./steps.ts";

/**
 * Asks for a run of the function that an invoke step names; an unknown function is the step's error. The function's
 * own flow control decides when the run starts, and whether: where none starts, the step waits until its timeout.
 */
export function startInvoke(core: Core, run: ActiveRun, step: StepRecord): void {
  const functionId = String(step.opts?.function_id ?? "");
  const config = core.state.functions.get(functionId);
  if (!config) {
    const error = { name: "Error", message: `could not find function ${functionId}`, stack: "" };
    settleStep(core, run, step, { memo: errorMemo(error), error });
    return;
  }
  const { data, ...payload } = invokePayload(step.opts?.payload);
  const _inngest = describeInvoke(core, run, step, config);
  const event = storeEvent(core, { name: invokedEventName, ...payload, data: { ...data, _inngest } });
  considerStart(core, config, event);
}

/** An invoke step waited as long as it was told to. */
export function timeOutInvoke(core: Core, run: ActiveRun, step: StepRecord): void {
  const message = "Timed out waiting for invoked function to complete";
  const error = { name: "InngestInvokeTimeoutError", message, stack: "" };
  settleStep(core, run, step, { memo: errorMemo(error), error });
}

/** What the invoked function is told about who invoked it. Functions have no versions here. */
function describeInvoke(core: Core, { record }: ActiveRun, step: StepRecord, invoked: FunctionConfig) {
  return {
    source_app_id: record.appId,
    source_fn_id: record.functionId,
    source_fn_v: 1,
    fn_id: invoked.id,
    correlation_id: correlationId({ runId: record.id, stepId: step.id }),
    expire: step.dueAt,
    gid: core.newId(),
    name: step.displayName,
  };
}

function invokePayload(payload: unknown): { data: object; v?: string; user?: unknown; meta?: unknown } {
  const { data, v, user, meta }: Record<string, unknown> = Object(payload);
  return {
    data: typeof data === "object" && data !== null ? data : {},
    ...(typeof v === "string" ? { v } : {}),
    ...(user == null ? {} : { user }),
    ...(meta == null ? {} : { meta }),
  };
}
