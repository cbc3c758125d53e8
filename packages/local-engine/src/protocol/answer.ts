import * as z from "zod";
import type { SerializedError } from "../core/records.ts";
import { type Answer, type Reach, toSerializedError } from "../core/reports.ts";
import { deepestJson, isDeeperThan } from "../core/well-formed.ts";
import { operationSchema } from "./operations.ts";

/** An HTTP answer as the transport read it. `header` takes a lower-case name. */
export interface RawAnswer {
  status: number;
  header(name: string): string | undefined;
  body: string;
}

const streamedSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(""),
});
const operationsSchema = z.array(operationSchema).or(operationSchema.transform((operation) => [operation]));

/** Reads an SDK's answer; anything that does not follow the protocol becomes a retriable failure that says why. */
export function readAnswer(raw: RawAnswer, url: string): Answer {
  if (raw.status === 201) return readStreamed(raw, url);
  const requestVersion = Number(raw.header("x-inngest-req-version") ?? Number.NaN);
  const version = Number.isInteger(requestVersion) && requestVersion > 0 ? { requestVersion } : {};
  const retryAfter = raw.header("retry-after");
  if (raw.status === 206)
    return { ...readOperations(raw, url), ...version, ...(retryAfter ? { retryAfter } : {}) };
  if (raw.status >= 200 && raw.status < 300) return { ...readCompleted(raw, url), ...version };
  return {
    type: "failed",
    error: readError(raw, url),
    retriable: raw.header("x-inngest-no-retry") !== "true",
    ...(retryAfter ? { retryAfter } : {}),
    ...version,
  };
}

/** No later try can make the value flatter. */
function tooDeep(url: string): Answer {
  const message = `${url} answered with a value that lies more than ${deepestJson} levels deep. Return a flatter one.`;
  return { type: "failed", retriable: false, error: { name: "ProtocolError", message, stack: "" } };
}

/** The failure that stands for a call without a usable answer. */
export function failedCall(name: string, message: string, reach?: Reach): Answer {
  return {
    type: "failed",
    retriable: true,
    error: { name, message, stack: "" },
    ...(reach ? { reach } : {}),
  };
}

function readStreamed(raw: RawAnswer, url: string): Answer {
  const parsed = streamedSchema.safeParse(parseJson(raw.body.trim()));
  if (!parsed.success || parsed.data.status === 201) {
    return failedCall("StreamError", `${url} ended its stream without an answer. Is the app still running?`);
  }
  const headers = new Map(
    Object.entries(parsed.data.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const inner = {
    status: parsed.data.status,
    header: (name: string) => headers.get(name),
    body: parsed.data.body,
  };
  return readAnswer({ ...inner, header: (name) => headers.get(name) ?? raw.header(name) }, url);
}

function readOperations(raw: RawAnswer, url: string): Answer {
  const body = parseJson(raw.body);
  if (isDeeperThan(body, deepestJson)) return tooDeep(url);
  const parsed = operationsSchema.safeParse(body);
  if (parsed.success) return { type: "operations", operations: parsed.data };
  return failedCall("ProtocolError", `${url} answered 206 with a body that is not a list of operations.`);
}

function readCompleted(raw: RawAnswer, url: string): Answer {
  if (raw.header("x-inngest-sdk") === undefined) {
    return failedCall(
      "ProtocolError",
      `${url} answered ${raw.status} without the SDK's header: something else answers at that address. ` +
        "Check the path under which the app serves Inngest.",
    );
  }
  const output = raw.body.trim() === "" ? "null" : raw.body;
  const value = parseJson(output);
  if (isDeeperThan(value, deepestJson)) return tooDeep(url);
  if (value === undefined) {
    return failedCall("ProtocolError", `${url} answered ${raw.status} with a body that is not JSON.`);
  }
  return { type: "completed", output };
}

function readError(raw: RawAnswer, url: string): SerializedError {
  const fallback = `${url} answered ${raw.status}`;
  const parsed = parseJson(raw.body);
  if (raw.header("x-inngest-sdk") === undefined || parsed === undefined) {
    return {
      name: "ProtocolError",
      message: `${fallback} and the answer is not the SDK's. Is this the app's address?`,
    };
  }
  return toSerializedError(isDeeperThan(parsed, deepestJson) ? {} : parsed, fallback);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
