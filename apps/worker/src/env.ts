import { createEnv } from "@t3-oss/env-core";
import * as z from "zod";

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

/**
 * The worker's configuration; `.env.example` says what each variable is for.
 * The process ends with one message that names every variable that is missing or wrong.
 */
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3939),
    WEB_URL: url,
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    INNGEST_DEV: z.string().optional(),
    INNGEST_BASE_URL: url.optional(),
    INNGEST_EVENT_KEY: z.string().optional(),
    INNGEST_SIGNING_KEY: z.string().optional(),
    RESEND_API_KEY: z.string(),
    RESEND_FROM: z.string(),
    RESEND_TEN_OCEAN_FROM: z.string(),
    RESEND_BASE_URL: url.optional(),
    TWILIO_ACCOUNT_SID: z.string(),
    TWILIO_AUTH_TOKEN: z.string(),
    TWILIO_PHONE_NUMBER: z.string(),
    TWILIO_BASE_URL: url.optional(),
    TYPESENSE_URL: url,
    TYPESENSE_API_KEY: z.string(),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
  createFinalSchema: (shape) =>
    z.object(shape).superRefine((values, context) => {
      if (values.INNGEST_DEV) return;
      for (const name of ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"] as const) {
        if (!values[name]) {
          context.addIssue({
            code: "custom",
            path: [name],
            message: "required unless INNGEST_DEV names a local engine",
          });
        }
      }
    }),
  onValidationError: (issues) => {
    const lines = issues.map(({ path, message }) => `  ${path?.join(".")}: ${message}`);
    process.stderr.write(`The worker cannot start. See .env.example, then set:\n${lines.join("\n")}\n`);
    process.exit(1);
  },
});
