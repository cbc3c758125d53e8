/** Of all our spans and metrics: what others write under their own names is neither kept nor sent. */
export const scope = "@org/platform";

const short = /^[A-Za-z0-9_.:/@-]{1,80}$/;

/** A value that a label may have: a name of the code's own. Anything else would make a series of each, or quote somebody. */
export function label(value: unknown): string {
  return typeof value === "string" && short.test(value) ? value : "other";
}
