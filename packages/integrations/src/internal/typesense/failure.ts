import { createRequire } from "node:module";
import type { AxiosAdapter, AxiosStatic } from "axios";
import { IntegrationError } from "../../error.ts";
import { retryAfterOf } from "../http/failure.ts";
import { type FailedCall, RefusedError, vendorFailures } from "../vendor-failure.ts";

export const failures = vendorFailures({ port: "search", vendor: "typesense", name: "Typesense" });

/** The copy that the client loads, which is CommonJS: with another one, axios takes the headers apart and rebuilds them. */
const axios: AxiosStatic = createRequire(import.meta.url)("axios");

export interface Limits {
  /** Milliseconds for a call. */
  timeout: number;
  /** Milliseconds for an import. */
  importTimeout: number;
}

/**
 * The transport of the Typesense client: it has no time limit for imports, counts only silence elsewhere, and its
 * exceptions have lost the headers and quote the answer. What it throws counts as a failure of the node, and the client
 * asks the next one; a refusal is therefore given back, for {@link asked} to find.
 */
export function limitedTransport({ timeout, importTimeout }: Limits): AxiosAdapter {
  const send = axios.getAdapter("http");
  return async (config) => {
    const limit = config.url?.endsWith("/documents/import") ? importTimeout : timeout;
    const deadline = AbortSignal.timeout(limit);
    // On a copy: a signal on the client's own configuration turns every reason into "canceled".
    const answer = await send({ ...config, signal: deadline }).catch((error: unknown) => {
      throw deadline.aborted ? deadline.reason : error;
    });
    if (answer.status < 400) return answer;
    const retryAfter = retryAfterOf(answer.headers["retry-after"]?.toString());
    if (answer.status >= 500) throw new RefusedError({ status: answer.status, retryAfter });
    const message = retryAfter === undefined ? "" : `${waitMark}${retryAfter}`;
    return { ...answer, data: { message } };
  };
}

/** Before the milliseconds in the only text of an answer that the client's own exceptions keep. */
const waitMark = "retry-after:";

/** The client's exception for a refusal, as one of ours. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !("httpStatus" in error) || typeof error.httpStatus !== "number")
    return error;
  const [, wait] = error.message.split(waitMark);
  return new RefusedError({
    status: error.httpStatus,
    retryAfter: wait === undefined ? undefined : Number(wait),
  });
}

export interface Asking<Answer> {
  /** Whether the answer is to this call; something between could have given it. Default: it is. */
  isAnswer?(answer: Answer): boolean;
  /** Statuses of refusals that the caller takes for an answer; {@link missing} or {@link there}. */
  expected?: readonly number[];
}

/** The server knows no such thing. */
export const missing = 404;
/** The thing is there already. */
export const there = 409;

/**
 * Runs a call of the client, all of which may be repeated.
 * @throws IntegrationError
 */
export async function asked<Answer>(
  action: string,
  ask: () => Promise<Answer>,
  { isAnswer = () => true, expected = [] }: Asking<Answer> = {},
): Promise<Answer> {
  const call: FailedCall = { action, idempotent: true, expected };
  const answer = await failures.during(call, () =>
    ask().catch((error: unknown) => {
      throw refusalOf(error);
    }),
  );
  if (isAnswer(answer)) return answer;
  throw failures.unusable(call, "gave an answer of another form");
}

/** The answer, or undefined when the server knows no such thing. */
export async function unlessMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return ignoring(missing, answer);
}

/** The answer, or undefined when the thing was there before. */
export async function unlessThere<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return ignoring(there, answer);
}

async function ignoring<Answer>(status: number, answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (IntegrationError.isInstance(error) && error.status === status) return undefined;
    throw error;
  }
}
