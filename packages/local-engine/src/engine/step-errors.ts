/** An error of a step that no further attempt can help. */
export function finalError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name, retriable: false });
}

/** @param retryAfter when to try again: seconds or an ISO date, as in the header of that name. */
export function passingError(name: string, message: string, retryAfter?: string): Error {
  return Object.assign(new Error(message), { name, ...(retryAfter === undefined ? {} : { retryAfter }) });
}

/** The SDK's `NonRetriableError`, which may come from any copy of the SDK, is recognised by its name. */
export function isFinal(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return thrown.name === "NonRetriableError" || ("retriable" in thrown && thrown.retriable === false);
}

export function retryAfterOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !("retryAfter" in thrown)) return undefined;
  return typeof thrown.retryAfter === "string" ? thrown.retryAfter : undefined;
}

/** Why a fetch came to nothing: node names the reason in the error's cause. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
}
