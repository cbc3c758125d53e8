import { createHmac } from "node:crypto";

export interface WorkerRequest {
  method: "GET" | "PUT";
  /** JSON that is canonical as it stands, or nothing. */
  body: "" | "{}";
  /** Signs the request, as the worker asks for outside development. */
  signingKey: string | undefined;
  /** Milliseconds. */
  patience: number;
}

/** The worker's answer; where it gave none of its own, what to tell whoever asked. */
export type WorkerAnswer =
  | { response: Response; problem?: undefined }
  | { response?: undefined; problem: string };

/** Asks a worker where and as the engine does. A refused signature is a problem, any other status an answer. */
export async function askWorker(
  url: string,
  { method, body, signingKey, patience }: WorkerRequest,
): Promise<WorkerAnswer> {
  const headers = {
    ...(body === "" ? {} : { "content-type": "application/json" }),
    ...(signingKey === undefined ? {} : { "x-inngest-signature": signature(body, signingKey) }),
  };
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, { method, headers, ...(body === "" ? {} : { body }), signal });
    if (response.status !== 401) return { response };
    return {
      problem:
        "the worker refused the signature: it runs with another INNGEST_SIGNING_KEY, or its clock is minutes off",
    };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return {
      problem: `the worker cannot be reached (${cause instanceof Error ? cause.message : String(cause)})`,
    };
  }
}

/** The signature of the protocol: HMAC-SHA256 over the canonical JSON and the time in seconds. */
function signature(body: string, signingKey: string): string {
  const time = Math.round(Date.now() / 1_000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${time}&s=${createHmac("sha256", key)
    .update(body + time)
    .digest("hex")}`;
}
