import type { Core } from "./core.ts";
import { storeEvent } from "./event-log.ts";
import type { StepRecord } from "./records.ts";
import { createRun, ensureDiscovery, putStep } from "./runs.ts";
import type { ActiveRun } from "./state.ts";
import { errorMemo, settleStep } from "./steps.ts";

export const invokedEventName = "inngest/function.invoked";

/** Starts the function that an invoke step names; an unknown function is the step's error. */
export function startInvoke(core: Core, run: ActiveRun, step: StepRecord): void {
  const functionId = String(step.opts?.function_id ?? "");
  const config = core.state.functions.get(functionId);
  if (!config) {
    const message = `cannot invoke "${functionId}": no synced app has a function with this id.`;
    const error = { name: "FunctionNotFound", message, stack: "" };
    settleStep(core, run, step, { memo: errorMemo(error), error });
    return;
  }
  const event = storeEvent(core, { name: invokedEventName, ...invokePayload(step.opts?.payload) });
  const invoked = createRun(core, config, [event], { invokedBy: { runId: run.record.id, stepId: step.id } });
  ensureDiscovery(core, invoked);
  step.invokedRunId = invoked.record.id;
  putStep(core, run, step);
}

function invokePayload(payload: unknown): { data?: unknown; v?: string; meta?: unknown } {
  if (typeof payload !== "object" || payload === null) return {};
  const { data, v, meta }: { data?: unknown; v?: unknown; meta?: unknown } = payload;
  return { data: data ?? {}, ...(typeof v === "string" ? { v } : {}), ...(meta == null ? {} : { meta }) };
}
