import { type Core, eventObject } from "./core.ts";
import type { EventRecord, StepRecord } from "./records.ts";
import { putStep } from "./runs.ts";
import type { ActiveRun } from "./state.ts";
import { dataMemo, errorMemo, settleStep } from "./steps.ts";

export const invokedEventName = "inngest/function.invoked";

/** The run and the step that wait for what an event started. */
export interface Invoker {
  runId: string;
  stepId: string;
}

/** What `data._inngest.correlation_id` of an invoked event says: `<run>.<step hash>`. */
export function correlationId({ runId, stepId }: Invoker): string {
  return `${runId}.${stepId}`;
}

/** Who waits for the run that an event starts: nobody, unless an invoke step sent it. */
export function invokerOf(event: EventRecord): Invoker | undefined {
  if (event.name !== invokedEventName) return undefined;
  const { _inngest: meta } = Object(eventObject(event).data);
  const id: unknown = Object(meta).correlation_id;
  const [runId, stepId] = typeof id === "string" ? id.split(".") : [];
  return runId && stepId ? { runId, stepId } : undefined;
}

/** Writes the started run beside the invoke steps that wait for it. */
export function linkInvokers(core: Core, run: ActiveRun): void {
  for (const { parent, step } of waitingFor(core, run)) {
    step.invokedRunId = run.record.id;
    putStep(core, parent, step);
  }
}

/** Hands the result of a run that ended to every invoke step that waits for it: of a batch there may be several. */
export function resumeInvokers(core: Core, run: ActiveRun): void {
  const { id, status, output, error } = run.record;
  const failure = error ?? { name: "Error", message: `the invoked run ${id} was cancelled`, stack: "" };
  for (const { parent, step } of waitingFor(core, run)) {
    if (status === "Completed") settleStep(core, parent, step, { memo: dataMemo(output ?? "null") });
    else settleStep(core, parent, step, { memo: errorMemo(failure), error: failure });
  }
}

/** A rerun has its original's events, but nobody waits for it. */
function waitingFor(core: Core, run: ActiveRun): { parent: ActiveRun; step: StepRecord }[] {
  if (run.record.rerunOf !== undefined) return [];
  return run.events.flatMap((event) => {
    const invoker = invokerOf(event);
    const parent = invoker && core.state.runs.get(invoker.runId);
    const step = parent?.steps.get(invoker?.stepId ?? "");
    return parent && step?.status === "invoking" ? [{ parent, step }] : [];
  });
}
