import { halfConfigured } from "@org/integrations/half-configured";
import { createEnv } from "@t3-oss/env-core";
import * as z from "zod";

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

const upstash = ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"] as const;
// Without the webhook, a customer who pays and closes the browser would have paid for nothing.
const razorpay = ["RAZORPAY_KEY_ID", "RAZORPAY_KEY_SECRET", "RAZORPAY_WEBHOOK_SECRET"] as const;

/**
 * The web app's configuration; `.env.example` says what each variable is for.
 * The process ends with one message that names every variable that is missing or wrong.
 */
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    RESEND_API_KEY: z.string(),
    RESEND_FROM: z.string(),
    RESEND_TEN_OCEAN_FROM: z.string(),
    RESEND_BASE_URL: url.optional(),
    UPSTASH_REDIS_REST_URL: url.optional(),
    UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    RAZORPAY_KEY_ID: z.string().optional(),
    RAZORPAY_KEY_SECRET: z.string().optional(),
    RAZORPAY_WEBHOOK_SECRET: z.string().optional(),
    RAZORPAY_BASE_URL: url.optional(),
    TYPESENSE_URL: url,
    TYPESENSE_API_KEY: z.string(),
    ENGINE_URL: url.optional(),
    ENGINE_RUN_URL: z
      .url({ protocol: /^https?$/ })
      .includes("{runId}")
      .optional(),
    INBOX_URL: url.optional(),
    TRUSTED_PROXIES: z.coerce.number().int().min(1).default(1),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
  createFinalSchema: (shape) =>
    z.object(shape).superRefine((values, context) => {
      const missing = halfConfigured([upstash, razorpay], values);
      if (!values.REDIS_URL && upstash.every((name) => !values[name])) {
        const message = "required, with UPSTASH_REDIS_REST_TOKEN, unless REDIS_URL is set";
        missing.push({ name: "UPSTASH_REDIS_REST_URL", message });
      }
      for (const { name, message } of missing) context.addIssue({ code: "custom", path: [name], message });
    }),
  // A build loads every route but serves none, so it needs no configuration.
  skipValidation: process.env.NEXT_PHASE === "phase-production-build",
  onValidationError: (issues) => {
    const lines = issues.map(({ path, message }) => `  ${path?.join(".")}: ${message}`);
    process.stderr.write(`The web app cannot start. See .env.example, then set:\n${lines.join("\n")}\n`);
    process.exit(1);
  },
});

/** Fixed when the app is built: a production build stays one, whatever its environment says later. */
export const isDevelopmentBuild = process.env.NODE_ENV === "development";
