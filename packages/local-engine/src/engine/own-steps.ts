import type { Call } from "../core/dispatcher.ts";
import type { SerializedError, StepRecord } from "../core/records.ts";
import { type Answer, toSerializedError } from "../core/reports.ts";
import { failedCall } from "../protocol/answer.ts";
import { callGateway } from "./gateway.ts";
import type { Infer } from "./infer-request.ts";
import { callModel } from "./model-call.ts";
import { isFinal, retryAfterOf } from "./step-errors.ts";

/** Stands around a step that the engine does itself; `next` does it. */
export type OwnStepInterceptor = (step: {
  appId: string;
  functionId: string;
  stepId: string;
  next: () => Promise<unknown>;
}) => Promise<unknown>;

export interface OwnStepOptions {
  fetch: typeof fetch;
  infer: Infer;
  around?: OwnStepInterceptor | undefined;
}

/** Does what the engine does itself: `step.fetch` and `step.ai.infer`. What is thrown becomes the step's error. */
export async function doOwnStep(call: Call, options: OwnStepOptions): Promise<Answer> {
  const step = call.job.stepId === undefined ? undefined : call.run.steps.get(call.job.stepId);
  if (!step) return failedCall("ProtocolError", "the step that the engine is to do is not known.");
  const next = async () =>
    step.op === "AIGateway" ? callModel(call, step, options.infer) : callGateway(step, options.fetch);
  const { appId, functionId } = call.run.record;
  const { around = ({ next: go }) => go() } = options;
  try {
    return answer(step, {
      op: "StepRun",
      data: await around({ appId, functionId, stepId: step.name, next }),
    });
  } catch (thrown) {
    const error = serialize(thrown);
    if (isFinal(thrown)) return answer(step, { op: "StepFailed", error });
    const retryAfter = retryAfterOf(thrown);
    return { ...answer(step, { op: "StepError", error }), ...(retryAfter ? { retryAfter } : {}) };
  }
}

function answer(
  step: StepRecord,
  outcome: { op: string; data?: unknown; error?: unknown },
): Extract<Answer, { type: "operations" }> {
  const common = { id: step.id, userland: { id: step.name }, displayName: step.displayName };
  return { type: "operations", operations: [{ ...common, data: null, error: undefined, ...outcome }] };
}

function serialize(thrown: unknown): SerializedError {
  if (!(thrown instanceof Error)) return { ...toSerializedError(thrown), stack: "" };
  return { name: thrown.name, message: thrown.message, stack: "" };
}
