import { type MissingVariable, missingVariables, variablesOf } from "@org/integrations/variables";
import { marketplaceStoreFaults } from "@org/stores/convex/marketplace-store";
import { languages } from "@org/stores/mohallamart/words/languages";
import { createEnv } from "@t3-oss/env-core";
import * as z from "zod";
import { capabilities } from "./capabilities.ts";

// The SDK goes through all of it for the headers of each call, and Node's own object asks the system for every variable.
process.env = { ...process.env };

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

/** As the SDK reads INNGEST_DEV. */
function meansProduction(value: unknown): boolean {
  return !value || value === "0" || value === "false";
}

function missingOf(values: Readonly<Record<string, string | undefined>>): MissingVariable[] {
  const missing = missingVariables(capabilities, values);
  if (meansProduction(values.INNGEST_DEV)) {
    const message = "required unless INNGEST_DEV names a local engine";
    for (const name of ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY", "INNGEST_SERVE_ORIGIN"]) {
      if (!values[name]) missing.push({ name, message });
    }
  }
  if (values.DATABASE_POOLER === "transaction" && !values.DATABASE_DIRECT_URL) {
    const message = "required behind a pooler in transaction mode, which forwards no notifications";
    missing.push({ name: "DATABASE_DIRECT_URL", message });
  }
  missing.push(...marketplaceStoreFaults(values));
  return missing;
}

const signingKey = z
  .string()
  .regex(
    /^(signkey-\w+-)?([0-9a-fA-F]{2})+$/,
    "signkey-<environment>- and an even number of hexadecimal digits, or the digits alone",
  );

const serviceKey = z
  .string()
  .min(32, "at least 32 characters that nobody can guess, as the deployment has it");

const linkSecret = z.string().min(32, "at least 32 characters that nobody can guess");

const metricsToken = z.string().min(20, "at least 20 characters that nobody can guess");

const textLanguages = z
  .string()
  .transform((list) => list.split(",").map((tag) => tag.trim()))
  .pipe(
    z.array(
      z.enum(
        languages.map(({ tag }) => tag),
        "languages of ours by commas, such as hi-IN,kn-IN",
      ),
    ),
  )
  .optional();

const encryptionKey = z.string().min(32, "at least 32 characters that nobody can guess");

const encryptionKeys = z
  .string()
  .transform((list) => list.split(",").map((key) => key.trim()))
  .pipe(z.array(encryptionKey))
  .optional();

const requestsPerSecond = z.coerce.number().positive().optional();

/**
 * The worker's configuration; `.env.example` says what each variable is for.
 * The process ends with one message that names every variable that is missing or wrong.
 */
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/, "an address to bind or a host's name, without a port")
      .default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3939),
    WEB_URL: url,
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOLER: z.enum(["session", "transaction"]).default("session"),
    DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    MARKETPLACE_STORE: z.string().default("postgres"),
    CONVEX_URL: url.optional(),
    CONVEX_SERVICE_KEY: serviceKey.optional(),
    ORDER_LINK_SECRET: linkSecret,
    ORDER_LINK_SECRET_PREVIOUS: linkSecret.optional(),
    INNGEST_DEV: z
      .string()
      .regex(
        /^(0|false|1|true|https?:\/\/.+)$/,
        "1, or a local engine's URL; empty, 0 or false in production",
      )
      .transform((value) => (meansProduction(value) ? undefined : value))
      .optional(),
    INNGEST_BASE_URL: url.optional(),
    INNGEST_EVENT_KEY: z
      .string()
      .regex(/^[\w-]+$/, "letters, digits, - and _ alone, as Inngest shows an event key")
      .optional(),
    INNGEST_SIGNING_KEY: signingKey.optional(),
    INNGEST_SIGNING_KEY_FALLBACK: signingKey.optional(),
    INNGEST_ENCRYPTION_KEY: encryptionKey.optional(),
    INNGEST_ENCRYPTION_KEYS_PREVIOUS: encryptionKeys,
    INNGEST_SERVE_PATH: z
      .undefined("leave it empty: the worker serves each app at a path of its own, /api/inngest/<app>")
      .optional(),
    INNGEST_SERVE_ORIGIN: url
      .refine((value) => new URL(value).origin === value, "an origin alone, like https://worker.example")
      .optional(),
    EVENTS_LOST_AFTER_SECONDS: z.coerce.number().positive().max(14_400).default(600),
    RESEND_REQUESTS_PER_SECOND: requestsPerSecond,
    SMS_REQUESTS_PER_SECOND: requestsPerSecond,
    SMS_LANGUAGES: textLanguages,
    ONESIGNAL_REQUESTS_PER_SECOND: requestsPerSecond,
    OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).optional(),
    METRICS_TOKEN: metricsToken.optional(),
    SUPABASE_DB_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    ...variablesOf(capabilities),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
  createFinalSchema: (shape) =>
    z.object(shape).superRefine(
      (_values, context) => {
        for (const { name, message } of missingOf(process.env)) {
          context.addIssue({ code: "custom", path: [name], message });
        }
      },
      // Also beside values that cannot be read, so that one start names everything.
      { when: () => true },
    ),
  onValidationError: (issues) => {
    const lines = issues.map(({ path, message }) => `  ${path?.join(".")}: ${message}`);
    process.stderr.write(`The worker cannot start. See .env.example, then set:\n${lines.join("\n")}\n`);
    process.exit(1);
  },
});

/** For what needs a connection that stays the same: migrations, and hearing of new events. */
export const directDatabaseUrl = (): string => env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
