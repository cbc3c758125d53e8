/** Error codes with which a Redis turns a command away for the moment, before any effect. */
const passing = new Set([
  "LOADING",
  "BUSY",
  "TRYAGAIN",
  "CLUSTERDOWN",
  "MASTERDOWN",
  "READONLY",
  "NOREPLICAS",
  "OOM",
]);

/** The first word of a Redis error, as `WRONGTYPE`; the rest may quote keys and values. */
export function redisCode(message: unknown): string {
  const [word] = typeof message === "string" ? (message.match(/^[A-Z]{2,20}(?=\s|$)/) ?? []) : [];
  return word ?? "ERR";
}

export function redisFailureKind(code: string): "retryable" | "final" {
  return passing.has(code) ? "retryable" : "final";
}
