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
    ...("status" in error && { status: error.status }),
  };
}

/** JSON lines on standard output; `pnpm dev` makes them readable. */
export const log = pino({
  name: "worker",
  level: env.LOG_LEVEL,
  serializers: { error: describeError, err: describeError },
});
