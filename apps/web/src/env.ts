import { missingVariables, variablesOf } from "@org/integrations/variables";
import { marketplaceStoreFaults } from "@org/stores/convex/marketplace-store";
import { createEnv } from "@t3-oss/env-core";
import * as z from "zod";
import { capabilities } from "./capabilities.ts";
import { identityKey } from "./push/identity-key.ts";

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

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

/**
 * The web app's configuration; `.env.example` says what each variable is for.
 * The process ends with one message that names every variable that is missing or wrong.
 */
export const env = createEnv({
  server: {
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    WEB_URL: url.refine(
      (value) => URL.parse(value)?.origin === value,
      "an origin alone, like https://mohallamart.example",
    ),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOLER: z.enum(["session", "transaction"]).default("session"),
    DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    MARKETPLACE_STORE: z.string().default("postgres"),
    CONVEX_URL: url.optional(),
    CONVEX_SERVICE_KEY: serviceKey.optional(),
    ORDER_LINK_SECRET: linkSecret,
    ORDER_LINK_SECRET_PREVIOUS: linkSecret.optional(),
    ENGINE_URL: url.optional(),
    ENGINE_API_URL: url.optional(),
    ENGINE_RUN_URL: z
      .url({ protocol: /^https?$/ })
      .includes("{runId}")
      .optional(),
    INBOX_URL: url.optional(),
    CATALOGUE_URL: url.optional(),
    INNGEST_SIGNING_KEY: signingKey.optional(),
    NEXT_PUBLIC_ONESIGNAL_APP_ID: z.guid("the app's id, a UUID as OneSignal shows it").optional(),
    ONESIGNAL_BASE_URL: url.optional(),
    ONESIGNAL_IDENTITY_KEY: identityKey.optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).optional(),
    METRICS_TOKEN: z.string().min(20, "at least 20 characters that nobody can guess").optional(),
    STAFF_SIGN_IN: z.enum(["any", "passkey"]).default("any"),
    TRUSTED_PROXIES: z.coerce.number().int().min(1).default(1),
    ...variablesOf(capabilities),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
  createFinalSchema: (shape) =>
    z.object(shape).superRefine(
      (_values, context) => {
        for (const { name, message } of missingVariables(capabilities, process.env)) {
          context.addIssue({ code: "custom", path: [name], message });
        }
        if (process.env.DATABASE_POOLER === "transaction" && !process.env.DATABASE_DIRECT_URL) {
          const message = "required behind a pooler in transaction mode, which forwards no notifications";
          context.addIssue({ code: "custom", path: ["DATABASE_DIRECT_URL"], message });
        }
        for (const { name, message } of marketplaceStoreFaults(process.env)) {
          context.addIssue({ code: "custom", path: [name], message });
        }
      },
      // Also beside values that cannot be read, so that one start names everything.
      { when: () => true },
    ),
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
