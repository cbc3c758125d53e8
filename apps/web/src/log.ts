import { pino } from "pino";
import { env } from "./env.ts";

/** Name, message, stack and codes of an error; not its cause and other fields, which may quote personal data. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return {
    name,
    message,
    stack,
    ...("code" in error && { code: error.code }),
    ...("digest" in error && { digest: error.digest }),
  };
}

/** JSON lines on standard output; entries carry ids and codes, never personal data. */
export const log = pino({
  name: "web",
  // A build loads this module without a configuration, see env.ts.
  level: env.LOG_LEVEL ?? "info",
  serializers: { error: describeError },
});
