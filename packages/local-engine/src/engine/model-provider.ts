import * as z from "zod";
import { deepestJson, isDeeperThan } from "../core/well-formed.ts";
import type { InferRequest } from "./infer-request.ts";
import { finalError, passingError, reasonOf } from "./step-errors.ts";

/** The form in which OpenAI, Anthropic and Gemini say what is wrong. */
const problemSchema = z.object({ error: z.object({ message: z.string() }) });
const longestProblem = 500;
const passingStatuses = new Set([408, 409, 425, 429]);

/** Sends the question to a provider. Resolves to the body of its answer. */
export async function askProvider(request: InferRequest, fetcher: typeof fetch): Promise<unknown> {
  const { url, headers, body } = request;
  const { host } = new URL(url);
  let response: Response;
  let text: string;
  try {
    response = await fetcher(url, { method: "POST", headers, body: JSON.stringify(body) });
    text = await response.text();
  } catch (thrown) {
    throw passingError("ModelError", `the model at ${host} could not be asked: ${reasonOf(thrown)}`);
  }
  const answer = parse(text);
  if (!response.ok) {
    const { status } = response;
    const message = `the model at ${host} answered ${status}${problemOf(answer)}`;
    const isPassing = status >= 500 || passingStatuses.has(status);
    if (!isPassing) throw finalError("ModelError", message);
    throw passingError("ModelError", message, response.headers.get("retry-after") ?? undefined);
  }
  if (answer === undefined)
    throw finalError(
      "ModelError",
      `the model at ${host} answered with a body that is not JSON, or nested too deep.`,
    );
  return answer;
}

/** Puts an address in the place of the provider's host; the path of the one goes before that of the other. */
export function rebase(url: string, base: URL): string {
  const { pathname, search } = new URL(url);
  return new URL(`${base.pathname.replace(/\/$/, "")}${pathname}${search}`, base).href;
}

function problemOf(answer: unknown): string {
  const problem = problemSchema.safeParse(answer);
  return problem.success ? `: ${problem.data.error.message.slice(0, longestProblem)}` : "";
}

function parse(text: string): unknown {
  try {
    const answer: unknown = JSON.parse(text);
    return isDeeperThan(answer, deepestJson) ? undefined : answer;
  } catch {
    return undefined;
  }
}
