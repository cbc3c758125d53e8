import type { StepRecord } from "./records.ts";

const hidden = "…";
const keyHeaders = new Set(["authorization", "api-key", "x-api-key", "x-goog-api-key"]);

/** What the SDK reported about a step, as people may see it: its input apart, and without a model provider's key. */
export function shownOptions({ op, opts = {} }: StepRecord): {
  input: unknown;
  options: Record<string, unknown>;
} {
  if (op !== "AIGateway") {
    const { input, ...options } = opts;
    return { input, options };
  }
  const { body, auth_key: _key, url, headers, input: _input, ...options } = opts;
  const shown = { ...options, url: withoutKey(String(url)), headers: withoutKeys(headers) };
  return { input: [body], options: shown };
}

/** Gemini's key is in the address. */
function withoutKey(url: string): string {
  return url.replace(/([?&]key=)[^&]*/, `$1${hidden}`);
}

function withoutKeys(headers: unknown): Record<string, unknown> {
  const entries = Object.entries(typeof headers === "object" && headers !== null ? headers : {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name, keyHeaders.has(name.toLowerCase()) ? hidden : value]),
  );
}
