import { describeError } from "@org/integrations/log";
import { traceFields } from "@org/telemetry/observe";
import { pino } from "pino";
import { env } from "./env.ts";

/** JSON lines on standard output; entries carry ids and codes, never personal data. */
export const log = pino({
  name: "web",
  // A build loads this module without a configuration, see env.ts.
  level: env.LOG_LEVEL ?? "info",
  mixin: traceFields,
  serializers: { error: describeError },
});
