import * as z from "zod";
import type { Call } from "../core/dispatcher.ts";
import type { StepRecord } from "../core/records.ts";
import type { Infer } from "./infer-request.ts";
import { finalError } from "./step-errors.ts";

const optionsSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  headers: z.record(z.string(), z.string()).nullish(),
  auth_key: z.string().nullish(),
  format: z.string(),
  body: z.record(z.string(), z.unknown()),
});

/** Asks the model of a `step.ai.infer`. The step's value is the provider's body. */
export async function callModel(call: Call, step: StepRecord, infer: Infer): Promise<unknown> {
  const parsed = optionsSchema.safeParse(step.opts);
  if (!parsed.success) {
    throw finalError("InvalidRequest", `step.ai.infer of "${step.name}": ${z.prettifyError(parsed.error)}`);
  }
  const { url, headers, auth_key: key, format, body } = parsed.data;
  return infer({
    functionId: call.run.record.functionId,
    stepId: step.name,
    attempt: call.job.attempt,
    format,
    url,
    headers: { "content-type": "application/json", ...authorization(format, key ?? ""), ...headers },
    body,
    askedAt: call.startedAt,
  });
}

/** How each provider takes its key. Gemini's is in the address and Azure's among the headers that the SDK gives. */
function authorization(format: string, key: string): Record<string, string> {
  if (key === "" || format === "gemini" || format === "azure-openai") return {};
  return format === "anthropic" ? { "x-api-key": key } : { authorization: `Bearer ${key}` };
}
