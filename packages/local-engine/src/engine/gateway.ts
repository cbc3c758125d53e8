import * as z from "zod";
import type { StepRecord } from "../core/records.ts";
import { finalError, passingError, reasonOf } from "./step-errors.ts";

const optionsSchema = z.object({
  url: z.string(),
  method: z.string().default("GET"),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().nullish(),
});

/** Makes the request of a `step.fetch`. The step's value is `{status_code, headers, body}`; no answer is an error. */
export async function callGateway(step: StepRecord, fetcher: typeof fetch): Promise<unknown> {
  const parsed = optionsSchema.safeParse(step.opts);
  if (!parsed.success) {
    throw finalError("InvalidRequest", `step.fetch of "${step.name}": ${z.prettifyError(parsed.error)}`);
  }
  const { url, method, headers, body } = parsed.data;
  try {
    const response = await fetcher(url, { method, headers, ...(body == null ? {} : { body }) });
    return {
      status_code: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  } catch (thrown) {
    throw passingError("FetchError", `${new URL(url).host} could not be fetched: ${reasonOf(thrown)}`);
  }
}
