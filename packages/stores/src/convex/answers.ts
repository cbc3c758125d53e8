import { CallFailure, foreignAnswer } from "./failures.ts";

/** The status with which Convex says that a function ran and failed. */
const functionFailed = 560;

/** A fetch for the client whose failures are `CallFailure`s: what it returns is a function's answer, read to its end. */
export function readingAnswers(fetch: typeof globalThis.fetch, timeout: number): typeof globalThis.fetch {
  return async (input, init) => {
    const { response, text } = await answered(() =>
      fetch(input, { ...init, signal: AbortSignal.timeout(timeout) }),
    );
    if (!response.ok && response.status !== functionFailed) {
      const retryAfter = secondsIn(response.headers.get("retry-after"));
      throw new CallFailure({ status: response.status, code: codeIn(text), retryAfter });
    }
    if (objectIn(text)?.status === undefined) throw new CallFailure({ code: foreignAnswer });
    return new Response(text, { status: response.status });
  };
}

async function answered(call: () => Promise<Response>): Promise<{ response: Response; text: string }> {
  try {
    const response = await call();
    return { response, text: await response.text() };
  } catch (error) {
    throw new CallFailure({ code: systemCodeOf(error) });
  }
}

/** undici keeps the system's code in the cause; a deadline that passed has none. */
function systemCodeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "no-answer";
}

function objectIn(text: string): { status?: unknown; code?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Convex's own word for a failure, as `Overloaded`; free text of anybody else is none. */
function codeIn(text: string): string | undefined {
  const code = objectIn(text)?.code;
  return typeof code === "string" && /^[A-Za-z]{1,60}$/.test(code) ? code : undefined;
}

/** @returns milliseconds. */
function secondsIn(header: string | null): number | undefined {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}
