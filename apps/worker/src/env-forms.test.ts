import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { completeEnvironment } from "./testing/complete-environment.ts";

/** Of what both apps read, one value each that it must not have, as it comes of a slip. */
const wrong: Record<string, string> = {
  ACCOUNTING_WEBHOOK_SECRET: "secret of the accounting partner",
  ACCOUNTING_WEBHOOK_URL: "accounting.example/hooks",
  ALERT_EMAILS: "operations@mohallamart.example, on call",
  ARCHIVE_S3_BUCKET: "Our Archive",
  ARCHIVE_S3_REGION: "eu west 1",
  ARCHIVE_S3_ACCESS_KEY_ID: "AKIA with a space",
  ARCHIVE_S3_SECRET_ACCESS_KEY: '"quoted-secret"',
  ARCHIVE_S3_PREFIX: "/from the root/",
  ARCHIVE_S3_ENDPOINT: "s3.example.com",
  CATALOGUE_URL: "catalogue.mohallamart.example",
  CRM_WEBHOOK_SECRET: "whsec_not base64",
  CRM_WEBHOOK_URL: "ftp://crm.example",
  DATABASE_DIRECT_URL: "mysql://user:password-direct@host/platform",
  DATABASE_POOLER: "statement",
  DATABASE_URL: "host=localhost password=hunter22",
  DELIVERY_STATUS_SECRET: "whsec_status, of words",
  DELIVERY_STATUS_SECRET_PREVIOUS: "status-secret-without-prefix",
  CONVEX_SERVICE_KEY: "too short for a service key",
  CONVEX_URL: "happy-animal-123.convex.cloud",
  DELIVERY_WEBHOOK_SECRET: "delivery-partner-secret",
  DELIVERY_WEBHOOK_URL: "//delivery.example",
  ENGINE_API_URL: "//api.inngest.example",
  ENGINE_RUN_URL: "https://app.inngest.example/runs",
  ENGINE_URL: "app.inngest.example",
  EVENTS_LOST_AFTER_SECONDS: "ten minutes",
  HOST: "http://0.0.0.0",
  INBOX_URL: "localhost",
  INNGEST_BASE_URL: "inngest.internal",
  INNGEST_DEV: "yes please",
  INNGEST_ENCRYPTION_KEY: "too short a key for it",
  INNGEST_ENCRYPTION_KEYS_PREVIOUS: "too short an earlier key",
  INNGEST_EVENT_KEY: "key: abcdef",
  INNGEST_SERVE_ORIGIN: "https://worker.example/api",
  INNGEST_SERVE_PATH: "/functions/of/ours",
  INNGEST_SIGNING_KEY: "signkey-prod-not-hexadecimal",
  INNGEST_SIGNING_KEY_FALLBACK: "signkey-prod-neither-hexadecimal",
  LOG_LEVEL: "verbose",
  MARKETPLACE_STORE: "mysql",
  METRICS_TOKEN: "too short",
  MSG91_AUTH_KEY: "auth key of MSG91",
  MSG91_BASE_URL: "control.msg91.example",
  MSG91_TEMPLATES: "order-confirmation",
  MSG91_WEBHOOK_SECRET: "tooshort-msg91",
  NEXT_PUBLIC_ONESIGNAL_APP_ID: "our-app-at-onesignal",
  ONESIGNAL_BASE_URL: "api.onesignal.example",
  ONESIGNAL_IDENTITY_KEY: "no key of an elliptic curve",
  ONESIGNAL_REQUESTS_PER_SECOND: "-3",
  ONESIGNAL_REST_API_KEY: "Key os_v2_app_something",
  ONESIGNAL_WEBHOOK_SECRET: "tooshort-onesignal",
  ORDER_LINK_SECRET: "too short a secret",
  ORDER_LINK_SECRET_PREVIOUS: "too short as well",
  OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318",
  OTEL_TRACES_SAMPLER_ARG: "1.5",
  PORT: "eighty",
  PICTURES_PUBLIC_URL: "cdn.mohallamart.example",
  PICTURES_S3_ACCESS_KEY_ID: "AKIA with spaces, of pictures",
  PICTURES_S3_BUCKET: "Our Pictures",
  PICTURES_S3_ENDPOINT: "s3-pictures.example.com",
  PICTURES_S3_PREFIX: "/pictures from the root/",
  PICTURES_S3_REGION: "eu central 1",
  PICTURES_S3_SECRET_ACCESS_KEY: '"quoted-picture-secret"',
  RAZORPAY_BASE_URL: "api.razorpay.example",
  RAZORPAY_KEY_ID: "key_live_1DP5mmOlF5G5ag",
  RAZORPAY_KEY_SECRET: "razorpay secret with spaces",
  RAZORPAY_WEBHOOK_SECRET: " razorpay-webhook-with-space",
  REDIS_URL: "http://cache-password@cache.example",
  RESEND_API_KEY: "sk_resend_of_another_vendor",
  RESEND_BASE_URL: "api.resend.example",
  RESEND_FROM: "MohallaMart orders@mohallamart.example",
  RESEND_REQUESTS_PER_SECOND: "five",
  RESEND_TEN_OCEAN_FROM: "10 Ocean <office>",
  RESEND_WEBHOOK_SECRET: "re_webhook_without_prefix",
  SLACK_ALERT_CHANNEL: "The Alerts Channel",
  SLACK_BASE_URL: "slack.example",
  SLACK_BOT_TOKEN: "xoxp-of-a-person-1",
  SMS_LANGUAGES: "Kannada",
  SMS_REQUESTS_PER_SECOND: "-7.5",
  STAFF_SIGN_IN: "codes-by-email",
  SUPABASE_DB_URL: "https://project.supabase.example",
  TRUSTED_PROXIES: "none",
  TWILIO_ACCOUNT_SID: "SK00000000000000000000000000000000",
  TWILIO_AUTH_TOKEN: "auth token of twilio",
  TWILIO_BASE_URL: "api.twilio.example",
  TWILIO_MESSAGING_SERVICE_SID: "PN00000000000000000000000000000000",
  TWILIO_PHONE_NUMBER: "(202) 555-0100",
  TYPESENSE_API_KEY: "typesense key with spaces",
  TYPESENSE_NODES: "https://a.example, b.example",
  TYPESENSE_URL: "search.example:8108",
  UPSTASH_REDIS_REST_TOKEN: "upstash token, pasted twice",
  UPSTASH_REDIS_REST_URL: "redis://upstash.example",
  WEB_URL: "shop.mohallamart.invalid",
};

/** Any text is a value of these. */
const freeText: Record<string, string> = {
  ARCHIVE_DIR: "a path, of which every text is one",
  PICTURES_DIR: "a path of pictures, of which every text is one",
};

const example = readFileSync(fileURLToPath(new URL("../../../.env.example", import.meta.url)), "utf8");
const named = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name = ""]) => name);

function start(app: "worker" | "web", environment: Record<string, string>) {
  const file = fileURLToPath(new URL(`../../${app}/src/env.ts`, import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [file], { env: environment, encoding: "utf8" });
  return { status, message: stderr };
}

it("every variable of .env.example has a form that is checked, or is listed as free text", () => {
  expect([...named].toSorted()).toEqual([...Object.keys(wrong), ...Object.keys(freeText)].toSorted());
});

const messages = { worker: start("worker", wrong), web: start("web", wrong) };

it.each(Object.keys(wrong))("a %s of another form is named at the start, in the one message", (name) => {
  const lines = Object.values(messages).flatMap(({ message }) => message.split("\n"));
  expect(lines.filter((line) => line.startsWith(`  ${name}: `) || line.startsWith(`  ${name}.`))).not.toEqual(
    [],
  );
});

it.each(["worker", "web"] as const)("the %s checks each variable that its env.ts declares", (app) => {
  const source = readFileSync(fileURLToPath(new URL(`../../${app}/src/env.ts`, import.meta.url)), "utf8");
  const declared = [...source.matchAll(/^ {4}([A-Z][A-Z0-9_]*): /gm)].map(([, name = ""]) => name);
  expect(declared).toEqual(expect.arrayContaining(["WEB_URL", "ORDER_LINK_SECRET"]));
  const { message } = messages[app];
  const unchecked = declared.filter((name) => name in wrong && !message.includes(`  ${name}`));
  expect(unchecked).toEqual([]);
});

it("an app that cannot start says everything at once, and quotes no value", () => {
  for (const { status, message } of Object.values(messages)) {
    expect(status).toBe(1);
    expect(message.match(/cannot start/g)).toHaveLength(1);
    for (const [name, value] of Object.entries(wrong)) expect(message, name).not.toContain(value);
  }
});

/** As the vendors' own documentation and consoles show them. */
const documented: Record<string, string> = {
  ...completeEnvironment,
  RESEND_API_KEY: "re_c1tpEyD8_NKFusih9vKVQknRAQfmFcWCv",
  RESEND_FROM: "Acme <onboarding@resend.dev>",
  RESEND_TEN_OCEAN_FROM: "office@10ocean.example",
  RESEND_WEBHOOK_SECRET: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  TWILIO_ACCOUNT_SID: "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  TWILIO_AUTH_TOKEN: "0123456789abcdef0123456789abcdef",
  TWILIO_MESSAGING_SERVICE_SID: "MG9752274e9e519418a7406176694466fa",
  RAZORPAY_KEY_ID: "rzp_test_1DP5mmOlF5G5ag",
  RAZORPAY_KEY_SECRET: "thisissupersecret",
  RAZORPAY_WEBHOOK_SECRET: "12345",
  NEXT_PUBLIC_ONESIGNAL_APP_ID: "5eb5a37e-b458-11e3-ac11-000c2940e62c",
  ONESIGNAL_REST_API_KEY: "os_v2_app_l22zg7vulai6hlabaabcsqhgfqwertyuiop",
  ONESIGNAL_WEBHOOK_SECRET: "nT3kqV0dWm8sYb1xQe7u",
  SLACK_BOT_TOKEN: "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy",
  SLACK_ALERT_CHANNEL: "C123ABC456",
  MSG91_AUTH_KEY: "125345AXwVVXTG6gA5f2d3a1b9P1",
  MSG91_TEMPLATES: "order-confirmation=64f0aa11d6fc05",
  MSG91_WEBHOOK_SECRET: "nT3kqV0dWm8sYb1xQe7u",
  INNGEST_SIGNING_KEY: "signkey-prod-0f3b8d1e5c7a9b2d4f6e8a0c1b3d5f7e",
  TYPESENSE_URL: "https://xyz.a1.typesense.net",
  TYPESENSE_NODES: "https://xyz-1.a1.typesense.net,https://xyz-2.a1.typesense.net",
};

it("keys, ids and addresses in the form in which vendors give them out are taken", () => {
  for (const app of ["worker", "web"] as const)
    expect(start(app, documented)).toEqual({ status: 0, message: "" });
});
