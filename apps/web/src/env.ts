import { createEnv } from "@t3-oss/env-core";
import * as z from "zod";

/**
 * The web app's configuration; `.env.example` says what each variable is for.
 * The process ends with one message that names every variable that is missing or wrong.
 */
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
  // A build loads every route but serves none, so it needs no configuration.
  skipValidation: process.env.NEXT_PHASE === "phase-production-build",
  onValidationError: (issues) => {
    const lines = issues.map(({ path, message }) => `  ${path?.join(".")}: ${message}`);
    process.stderr.write(`The web app cannot start. See .env.example, then set:\n${lines.join("\n")}\n`);
    process.exit(1);
  },
});
