import * as z from "zod";
import type { Call } from "../core/dispatcher.ts";
import { type Answer, toSerializedError } from "../core/reports.ts";
import { failedCall } from "../protocol/answer.ts";

const optionsSchema = z.object({
  url: z.string(),
  method: z.string().default("GET"),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().nullish(),
});

/** Makes the request of a `step.fetch`. The step's value is `{status_code, headers, body}`; no answer is an error. */
export async function callGateway(call: Call, fetcher: typeof fetch): Promise<Answer> {
  const step = call.job.stepId === undefined ? undefined : call.run.steps.get(call.job.stepId);
  if (!step) return failedCall("ProtocolError", "the step to fetch for is not known.");
  const parsed = optionsSchema.safeParse(step.opts);
  const base = {
    id: step.id,
    userland: { id: step.name },
    displayName: step.displayName,
    data: null,
    error: undefined,
  };
  if (!parsed.success) {
    const error = {
      name: "InvalidRequest",
      message: `step.fetch of "${step.name}": ${z.prettifyError(parsed.error)}`,
    };
    return { type: "operations", operations: [{ ...base, op: "StepFailed", error }] };
  }
  const { url, method, headers, body } = parsed.data;
  try {
    const response = await fetcher(url, { method, headers, ...(body == null ? {} : { body }) });
    const data = {
      status_code: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
    return { type: "operations", operations: [{ ...base, op: "StepRun", data }] };
  } catch (thrown) {
    const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause.message : undefined;
    const message = `${new URL(url).host} could not be fetched: ${cause ?? (thrown instanceof Error ? thrown.message : "")}`;
    const error = { ...toSerializedError({ name: "FetchError", message }), stack: "" };
    return { type: "operations", operations: [{ ...base, op: "StepError", error }] };
  }
}
