import { halfConfigured, type MissingVariable, type VariableGroup } from "@org/integrations/half-configured";
import { createEnv } from "@t3-oss/env-core";
import * as z from "zod";

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

/** What belongs together: a vendor is configured with all of it or not at all. */
const vendorGroups: VariableGroup[] = [
  ["MSG91_AUTH_KEY", "MSG91_TEMPLATES"],
  ["NEXT_PUBLIC_ONESIGNAL_APP_ID", "ONESIGNAL_REST_API_KEY"],
  ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"],
  ["RAZORPAY_KEY_ID", "RAZORPAY_KEY_SECRET"],
  ["CRM_WEBHOOK_URL", "CRM_WEBHOOK_SECRET"],
  ["ACCOUNTING_WEBHOOK_URL", "ACCOUNTING_WEBHOOK_SECRET"],
  ["DELIVERY_WEBHOOK_URL", "DELIVERY_WEBHOOK_SECRET"],
  ["SLACK_BOT_TOKEN", "SLACK_ALERT_CHANNEL"],
];

function missingVariables(values: Readonly<Record<string, unknown>>): MissingVariable[] {
  const missing = halfConfigured(vendorGroups, values);
  if (!values.INNGEST_DEV) {
    const message = "required unless INNGEST_DEV names a local engine";
    for (const name of ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"]) {
      if (!values[name]) missing.push({ name, message });
    }
  }
  if (!values.REDIS_URL && !values.UPSTASH_REDIS_REST_URL && !values.UPSTASH_REDIS_REST_TOKEN) {
    const message = "required, with UPSTASH_REDIS_REST_TOKEN, unless REDIS_URL is set";
    missing.push({ name: "UPSTASH_REDIS_REST_URL", message });
  }
  return missing;
}

/** `name=value,name=value` */
const namedValues = z
  .string()
  .regex(/^[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*$/, "must have the form name=id,name=id")
  .transform(
    (text): Record<string, string> => Object.fromEntries(text.split(",").map((pair) => pair.split("="))),
  );

const requestsPerSecond = z.coerce.number().positive().optional();

const emailList = z
  .string()
  .transform((text) => text.split(",").map((address) => address.trim()))
  .pipe(z.array(z.email()).min(1));

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
    RESEND_REQUESTS_PER_SECOND: requestsPerSecond,
    TWILIO_ACCOUNT_SID: z.string(),
    TWILIO_AUTH_TOKEN: z.string(),
    TWILIO_PHONE_NUMBER: z.string(),
    TWILIO_BASE_URL: url.optional(),
    SMS_REQUESTS_PER_SECOND: requestsPerSecond,
    MSG91_AUTH_KEY: z.string().optional(),
    MSG91_TEMPLATES: namedValues.optional(),
    MSG91_BASE_URL: url.optional(),
    NEXT_PUBLIC_ONESIGNAL_APP_ID: z.string().optional(),
    ONESIGNAL_REST_API_KEY: z.string().optional(),
    ONESIGNAL_BASE_URL: url.optional(),
    ONESIGNAL_REQUESTS_PER_SECOND: requestsPerSecond,
    TYPESENSE_URL: url,
    TYPESENSE_API_KEY: z.string(),
    UPSTASH_REDIS_REST_URL: url.optional(),
    UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    RAZORPAY_KEY_ID: z.string().optional(),
    RAZORPAY_KEY_SECRET: z.string().optional(),
    RAZORPAY_BASE_URL: url.optional(),
    CRM_WEBHOOK_URL: url.optional(),
    CRM_WEBHOOK_SECRET: z.string().optional(),
    ACCOUNTING_WEBHOOK_URL: url.optional(),
    ACCOUNTING_WEBHOOK_SECRET: z.string().optional(),
    DELIVERY_WEBHOOK_URL: url.optional(),
    DELIVERY_WEBHOOK_SECRET: z.string().optional(),
    SUPABASE_DB_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    ARCHIVE_DIR: z.string(),
    ALERT_EMAILS: emailList,
    SLACK_BOT_TOKEN: z.string().optional(),
    SLACK_ALERT_CHANNEL: z.string().optional(),
    SLACK_BASE_URL: url.optional(),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
  createFinalSchema: (shape) =>
    z.object(shape).superRefine((values, context) => {
      for (const { name, message } of missingVariables(values)) {
        context.addIssue({ code: "custom", path: [name], message });
      }
    }),
  onValidationError: (issues) => {
    const lines = issues.map(({ path, message }) => `  ${path?.join(".")}: ${message}`);
    process.stderr.write(`The worker cannot start. See .env.example, then set:\n${lines.join("\n")}\n`);
    process.exit(1);
  },
});
