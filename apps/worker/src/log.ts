import { describeError } from "@org/integrations/log";
import { traceFields } from "@org/telemetry/observe";
import { pino } from "pino";
import { env } from "./env.ts";

/** JSON lines on standard output; `pnpm dev` makes them readable. */
export const log = pino({
  name: "worker",
  level: env.LOG_LEVEL,
  mixin: traceFields,
  serializers: { error: describeError, err: describeError },
});
