import { type IsInstance, recognised } from "./recognised.ts";

export class DeadlineError extends Error {
  static readonly isInstance: IsInstance<DeadlineError> = recognised(this, "@org/integrations/DeadlineError");

  constructor(milliseconds: number) {
    super(`No answer within ${milliseconds} ms.`);
    this.name = "DeadlineError";
  }
}

/**
 * For calls that cannot be aborted: rejects with `DeadlineError` when the time is over; the call goes on unobserved.
 * @param limit milliseconds
 */
export async function withDeadline<Result>(call: Promise<Result>, limit: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(limit)), limit);
  });
  try {
    return await Promise.race([call, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
