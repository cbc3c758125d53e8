import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { DatabaseUnavailableError, unavailableChannel } from "../unavailable.ts";

const vendor = "convex";

/** Where a call failed: the port and the method of Convex, as `signInCodes:redeem`. */
export interface CallSite {
  port: string;
  method: string;
}

/** A call to which no function answered. */
export class CallFailure extends Error {
  static readonly isInstance: IsInstance<CallFailure> = recognised(this, "@org/stores/CallFailure");

  readonly status: number | undefined;
  readonly code: string | undefined;
  /** Milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(failure: { status?: number; code?: string; retryAfter?: number }) {
    super(`Convex did not serve (${failure.status ?? failure.code ?? "no answer"}).`);
    this.status = failure.status;
    this.code = failure.code;
    this.retryAfter = failure.retryAfter;
  }
}

/** Another mutation changed what this one read, and Convex's own tries are used up: nothing was written. */
export function isConflict(error: unknown): boolean {
  return CallFailure.isInstance(error) && error.code === "OptimisticConcurrencyControlFailure";
}

/** What a function threw to tell its caller something, whichever copy of the client's package made it. */
export function isConvexError(error: unknown): error is Error & { data: unknown } {
  return error instanceof Error && error.name === "ConvexError" && "data" in error;
}

/** An answer that no Convex deployment gives. */
export const foreignAnswer = "foreign-answer";

/**
 * The error of a port that a function's refusal stands for, made of the values that the function gave; undefined when the
 * port has none for it.
 */
export type Refusals = (refused: string, values: readonly unknown[]) => Error | undefined;

/** A mutation that changed nothing, because it has no events for what would become of it. */
export class EventsNeeded extends Error {
  static readonly isInstance: IsInstance<EventsNeeded> = recognised(this, "@org/stores/EventsNeeded");

  /** JSON text. */
  readonly outcome: string;
  /** Milliseconds since 1970: the time that the outcome names. */
  readonly at: number;

  constructor(outcome: string, at: number) {
    super("The change waits for the events of its outcome.");
    this.outcome = outcome;
    this.at = at;
  }
}

/** What a failed call means for the caller of a port; no value of the call and no text of Convex's enters it. */
export function storeError(error: unknown, site: CallSite, refusals: Refusals): unknown {
  if (CallFailure.isInstance(error)) return callError(error, site);
  if (isConvexError(error)) return refusal(error.data, site, refusals);
  if (!(error instanceof Error)) return error;
  return finalError(site, functionAdvice(error.message), "function-failed");
}

function callError({ status, code, retryAfter }: CallFailure, site: CallSite): IntegrationError {
  const { port, method } = site;
  const said = [status, code].filter((part) => part !== undefined).join(", ") || "no answer";
  const passes = status === undefined ? code !== foreignAnswer : [408, 429].includes(status) || status >= 500;
  if (!passes)
    return finalError(
      site,
      `It was refused (${said}). Set CONVEX_URL to the deployment's own address, as its dashboard shows it.`,
      code,
    );
  unavailableChannel.publish({ port, method, code });
  const advice = status === undefined ? "Try again; if it lasts, check CONVEX_URL." : "Try again.";
  const options = { port, vendor, code, status, retryAfter };
  return new DatabaseUnavailableError(`${port} ${method}: Convex failed (${said}). ${advice}`, options);
}

/** Codes of the functions' own wrapper, and what to do about each. */
const adviceOn: ReadonlyMap<unknown, string> = new Map([
  [
    "wrong-key",
    "CONVEX_SERVICE_KEY is not the deployment's. Set both to one value: npx convex env set CONVEX_SERVICE_KEY.",
  ],
  [
    "deployment-without-key",
    "The deployment has no CONVEX_SERVICE_KEY. Set it: npx convex env set CONVEX_SERVICE_KEY.",
  ],
]);

function refusal(data: unknown, site: CallSite, refusals: Refusals): Error {
  const { refused, values, eventsFor, at } = fieldsOf(data);
  if (typeof eventsFor === "string" && typeof at === "number") return new EventsNeeded(eventsFor, at);
  const advice = adviceOn.get(refused);
  if (typeof refused === "string" && advice !== undefined) return finalError(site, advice, refused);
  const own =
    typeof refused === "string" && typeof values === "string"
      ? refusals(refused, valuesIn(values))
      : undefined;
  return own ?? finalError(site, functionAdvice(""), "function-failed");
}

function fieldsOf(data: unknown): Record<string, unknown> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}

function valuesIn(text: string): unknown[] {
  const values: unknown = JSON.parse(text);
  return Array.isArray(values) ? values : [];
}

function functionAdvice(message: string): string {
  return message.includes("Could not find public function")
    ? olderDeployment
    : "The function failed. Look it up in the deployment's logs, by its name and the time.";
}

/** A deployment that is older than the code which calls it. */
export const olderDeployment =
  "The deployment's functions are older than this code. Deploy them first: npx convex deploy, in packages/stores.";

/** The same call will never succeed. */
export function finalError({ port, method }: CallSite, advice: string, code?: string): IntegrationError {
  return new IntegrationError(`${port} ${method}: ${advice}`, { port, vendor, kind: "final", code });
}
