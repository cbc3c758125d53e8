import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import type { Refusal } from "./outcome.ts";

/** Thrown inside a store's transaction, so that nothing of the change is written; `refusalOf` makes it the outcome. */
export class Refused extends Error {
  static readonly isInstance: IsInstance<Refused> = recognised(this, "@org/commands/Refused");

  override readonly name = "Refused";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** A store's error that is the person's to hear; without a message of its own the error's is said. */
type Told<Code extends string> = readonly [
  error: { isInstance: IsInstance<Error> },
  code: Code,
  message?: string,
];

/**
 * The refusal that an error stands for.
 *
 * @param told which errors of the stores are refusals; the first that fits counts
 * @param inside the codes of what the command throws as `Refused`
 * @throws the error itself when it is no refusal: the database is away, or the program is wrong.
 */
export function refusalOf<Code extends string, InsideCode extends string = never>(
  error: unknown,
  told: readonly Told<Code>[],
  inside: readonly InsideCode[] = [],
): Refusal<Code | InsideCode, never> {
  if (Refused.isInstance(error)) {
    const code = inside.find((each) => each === error.refusal.code);
    if (code !== undefined) return { ok: false, code, message: error.refusal.message };
  }
  for (const [type, code, message] of told) {
    if (type.isInstance(error)) return { ok: false, code, message: message ?? error.message };
  }
  throw error;
}

/** Whether a call to an outside service failed: of the port, with the status, where they are given. */
export function isFailure(
  error: unknown,
  { port, status }: { port?: string; status?: number } = {},
): error is IntegrationError {
  if (!IntegrationError.isInstance(error)) return false;
  return (port === undefined || error.port === port) && (status === undefined || error.status === status);
}
