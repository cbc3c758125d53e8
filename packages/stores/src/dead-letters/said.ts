import type { DeadLetter } from "./port.ts";

/** Names that say no more than that something failed: of plain errors, of ports, and of the engine's words for "no more". */
const sayNothing: ReadonlySet<string> = new Set([
  "Error",
  "IntegrationError",
  "NonRetriableError",
  "RetryAfterError",
]);

/** What a port advises whoever calls it, which the engine has done already. */
const advice = / Try again\.$/;

/** Why a run failed, as a person reads it: without the engine's names for it, and with no advice that was followed already. */
export function saidFailure({ error, attempts }: Pick<DeadLetter, "error" | "attempts">): string {
  const { name, message } = error;
  const what = sayNothing.has(name) || name === "" ? message : `${name}: ${message}`;
  if (!advice.test(what)) return what;
  const clause = what.replace(advice, "").replace(/\.$/, "");
  return attempts !== undefined && attempts > 1
    ? `${clause}, at each of ${attempts} attempts.`
    : `${clause}.`;
}
