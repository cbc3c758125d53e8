import { createHash } from "node:crypto";
import { IntegrationError } from "@org/integrations/error";
import type { StepFailures } from "@org/stores/step-failures/port";
import { type InngestFunction, Middleware, NonRetriableError, RetryAfterError } from "inngest";

/**
 * The tries that a function asks of the engine, which are the most it gives: the engine also counts calls whose worker
 * died or could not be reached. How often a step is tried again that failed by itself is the policy's to say.
 */
export const defaultRetries = 20;

/** How often a step that failed by itself is tried again when its function says nothing else. */
export const usualRetries = 3;

type RetryCount = NonNullable<InngestFunction.Any["opts"]["retries"]>;

/** Options of a function that is not tried as often as others, with the reason that the generated pages give. */
export interface Retries {
  retries: RetryCount;
  ownRetries: RetryCount;
  retriesReason: string;
  /** Milliseconds before each retry, the last for all that follow; the product's own unless given. */
  ownDelays?: readonly number[];
}

/**
 * To be spread into a function's options: `...retries(20, "A refund is owed even when …")`.
 * @param delays milliseconds before the first retry, the second and so on, the last for all that follow; {@link retryDelay} unless given
 */
export function retries(count: RetryCount, reason: string, delays?: readonly number[]): Retries {
  const own: Retries = { retries: defaultRetries, ownRetries: count, retriesReason: reason };
  return delays ? { ...own, ownDelays: delays } : own;
}

/** How often a step of the function is tried again that failed by itself. */
export function ownRetriesOf({ opts }: { opts: object }): number {
  if ("ownRetries" in opts) return Number(opts.ownRetries);
  const asked = "retries" in opts && opts.retries !== undefined ? Number(opts.retries) : defaultRetries;
  return asked === defaultRetries ? usualRetries : asked;
}

/** The function's wait before a retry, in milliseconds and without the jitter; as {@link retryDelay} where it says nothing. */
export function ownDelayOf({ opts }: { opts: object }, attempt: number): number {
  const delays: unknown = "ownDelays" in opts ? opts.ownDelays : undefined;
  const own: unknown = Array.isArray(delays) ? (delays[attempt] ?? delays.at(-1)) : undefined;
  return typeof own === "number" ? own : retryDelay(attempt);
}

const firstDelays = [1_000, 5_000, 15_000];
const laterDelay = 30_000;
const longestDelay = 300_000;
/** Seconds. */
const mostJitter = 60;

/**
 * The product's wait before a retry, in milliseconds: 1 s, 5 s, 15 s, then 30 s doubling up to 5 min.
 *
 * @param attempt how many attempts failed before this one: 0 for the first failure
 */
export function retryDelay(attempt: number): number {
  return firstDelays[attempt] ?? Math.min(laterDelay * 2 ** (attempt - firstDelays.length), longestDelay);
}

/**
 * What is added to that wait, in whole seconds up to half of it and at most a minute: runs that failed together are not
 * tried again together. The same for a run and an attempt each time, so that a test on a virtual clock can be repeated.
 */
export function retryJitter(attempt: number, runId: string, delay: number = retryDelay(attempt)): number {
  const most = Math.min(Math.max(1, Math.round(delay / 2_000)), mostJitter);
  const digest = createHash("sha256").update(`${runId}:${attempt}`).digest();
  return 1_000 * Math.floor((digest.readUInt32BE() / 2 ** 32) * (most + 1));
}

/**
 * The one retry layer: turns what a port or a step threw into Inngest's words.
 *
 * - a final or ambiguous {@link IntegrationError} is not tried again;
 * - a vendor that is over its limit (429) is asked again without counting as a failure of the step, as long as the engine
 *   has attempts, which is over an hour; what sends messages sleeps instead, and uses up none (see deliver.ts);
 * - everything else is, after the delay of the product or the function, or the vendor's own `retryAfter`, whichever is longer, and the
 *   run's jitter, until the step has failed by itself as often as its function allows.
 *
 * The cause stays here: Inngest would store it, and a vendor's or a driver's error may quote personal data. In its
 * place goes the number of attempts, which Inngest tells nobody who hears of a failed run.
 */
export class RetryPolicy extends Middleware.BaseMiddleware {
  readonly id = "retry-policy";

  /** Tells failures of steps from calls that were lost; without it every attempt counts as a failure. */
  protected readonly failures: CountedFailures | undefined = undefined;

  override async wrapStepHandler({
    ctx,
    fn,
    next,
    stepInfo,
  }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    try {
      return await next();
    } catch (error) {
      throw await this.translated(error, ctx, fn, stepInfo.hashedId);
    }
  }

  override async wrapFunctionHandler({
    ctx,
    fn,
    next,
  }: Middleware.WrapFunctionHandlerArgs): Promise<unknown> {
    try {
      return await next();
    } catch (error) {
      // A step's error was translated when the step threw it, and has had its retries.
      if (isStepError(error)) throw error;
      // A workflow that gives up by itself does so after steps that counted for themselves.
      if (isNamed(error, NonRetriableError.name)) throw error;
      throw await this.translated(error, ctx, fn, "");
    }
  }

  private async translated(
    error: unknown,
    { runId, attempt }: { runId: string; attempt: number },
    fn: { opts: object },
    step: string,
  ): Promise<Error> {
    // Nothing failed: the vendor asks to be asked later. Only the engine's own attempts put an end to it.
    if (isOverLimit(error)) return toInngestError(error, attempt, runId);
    const failed = await this.countFailure({ runId, step, attempt });
    const before = (failed ?? attempt + 1) - 1;
    const translated = toInngestError(error, before, runId, ownDelayOf(fn, before));
    const isLast = failed !== undefined && failed > ownRetriesOf(fn);
    return counted(isLast ? givenUp(translated) : translated, failed ?? attempt + 1);
  }

  /** Undefined when nobody can say: what cannot be counted ends with the engine's own attempts. */
  private async countFailure(failure: Parameters<StepFailures["add"]>[0]): Promise<number | undefined> {
    if (!this.failures) return failure.attempt + 1;
    try {
      return await this.failures.add(failure);
    } catch {
      return undefined;
    }
  }
}

type CountedFailures = Pick<StepFailures, "add">;

/** The retry policy with a memory of failures that outlives workers. */
export function retryPolicy(failures: CountedFailures | undefined): typeof RetryPolicy {
  return class extends RetryPolicy {
    protected override readonly failures = failures;
  };
}

function givenUp(error: Error): Error {
  if (error.name === NonRetriableError.name) return error;
  return withStackOf(error, new NonRetriableError(error.message));
}

/** Only Inngest's own error for a failed step carries its id; it has the name of what the step threw. */
function isStepError(error: unknown): boolean {
  return error instanceof Error && "stepId" in error;
}

const attemptsName = "Attempts";

/** In the form of an error, the only one in which a cause reaches the engine and comes back. */
function counted(error: Error, attempts: number): Error {
  error.cause ??= { name: attemptsName, message: String(attempts) };
  return error;
}

/** How often a failed step or function was tried, from the `cause` of its error; undefined when nobody counted. */
export function attemptsIn(cause: unknown): number | undefined {
  const { name, message } = Object(cause);
  return name === attemptsName ? Number(message) : undefined;
}

/** Exported for its unit test; the middleware is the way to use it. */
export function toInngestError(error: unknown, attempt: number, runId: string, delay?: number): Error {
  // By name, as Inngest itself does: the class may be that of another copy of the SDK.
  if (isNamed(error, NonRetriableError.name) || isNamed(error, RetryAfterError.name)) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (IntegrationError.isInstance(error) && !error.retryable)
    return withStackOf(error, new NonRetriableError(message));
  return withStackOf(error, new RetryAfterError(message, waitAfter(error, attempt, runId, delay)));
}

/**
 * Milliseconds until it is tried again: the delay or the vendor's own, whichever is longer, and the jitter.
 * @param delay milliseconds; the product's unless given
 */
export function waitAfter(
  error: unknown,
  attempt: number,
  runId: string,
  delay: number = retryDelay(attempt),
): number {
  const vendorDelay = IntegrationError.isInstance(error) ? (error.retryAfter ?? 0) : 0;
  return Math.max(delay, vendorDelay) + retryJitter(attempt, runId, delay);
}

/** Whether a vendor took nothing because too much was asked of it in a while. */
export function isOverLimit(error: unknown): boolean {
  return IntegrationError.isInstance(error) && error.retryable && error.status === 429;
}

/** Whether it is an error of that name: a class of another copy of the SDK is not the class that we import. */
function isNamed(value: unknown, name: string): value is Error {
  return value instanceof Error && value.name === name;
}

function withStackOf(source: unknown, error: Error): Error {
  if (source instanceof Error && source.stack) error.stack = source.stack;
  return error;
}
