import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { completeEnvironment as complete } from "./testing/complete-environment.ts";

function load(variables: Record<string, string | undefined>) {
  const file = fileURLToPath(new URL("./env.ts", import.meta.url));
  const result = spawnSync(process.execPath, [file], { env: { ...variables }, encoding: "utf8" });
  return { code: result.status, message: result.stderr };
}

it("accepts a complete environment", () => {
  expect(load(complete)).toEqual({ code: 0, message: "" });
});

it.each(["0", "false"])("takes INNGEST_DEV=%s for production, as the SDK does", (value) => {
  const file = fileURLToPath(new URL("./env.ts", import.meta.url));
  const script = `const { env } = await import(${JSON.stringify(file)}); console.log(env.INNGEST_DEV)`;
  const options = { env: { ...complete, INNGEST_DEV: value }, encoding: "utf8" } as const;
  expect(spawnSync(process.execPath, ["--input-type=module", "--eval", script], options)).toMatchObject({
    status: 0,
    stdout: "undefined\n",
  });
});

it("leaves a plain copy of the environment, which the SDK reads for every call", () => {
  const file = fileURLToPath(new URL("./env.ts", import.meta.url));
  // Node's own object makes a text of whatever is put into it.
  const script = `await import(${JSON.stringify(file)}); process.env.PLAIN = 1; console.log(typeof process.env.PLAIN, process.env.PORT)`;
  const options = { env: { ...complete, PORT: "4001" }, encoding: "utf8" } as const;
  expect(spawnSync(process.execPath, ["--input-type=module", "--eval", script], options)).toMatchObject({
    status: 0,
    stdout: "number 4001\n",
  });
});

it("ends with one message that names every variable that is missing or wrong", () => {
  const { code, message } = load({
    ...complete,
    RESEND_API_KEY: undefined,
    DATABASE_URL: "mysql://x",
    WEB_URL: "",
  });
  expect(code).toBe(1);
  expect(message).toMatch(/RESEND_API_KEY/);
  expect(message).toMatch(/DATABASE_URL/);
  expect(message).toMatch(/WEB_URL/);
  expect(message).not.toMatch(/TWILIO/);
});

it.each(["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY", "INNGEST_SERVE_ORIGIN"])(
  "needs %s unless a local engine is named",
  (name) => {
    const incomplete = { ...complete, [name]: undefined };
    expect(load(incomplete)).toMatchObject({ code: 1, message: expect.stringContaining(name) });
    expect(load({ ...incomplete, INNGEST_DEV: "http://127.0.0.1:8288" })).toMatchObject({ code: 0 });
    for (const production of ["0", "false"]) {
      const message = expect.stringContaining(name);
      expect(load({ ...incomplete, INNGEST_DEV: production })).toMatchObject({ code: 1, message });
    }
  },
);

it.each([
  ["MSG91_AUTH_KEY", "key", "MSG91_TEMPLATES"],
  ["NEXT_PUBLIC_ONESIGNAL_APP_ID", "0d7c5ab6-6f0e-4d6f-9a55-0c0a11c0ffee", "ONESIGNAL_REST_API_KEY"],
  ["UPSTASH_REDIS_REST_TOKEN", "token", "UPSTASH_REDIS_REST_URL"],
  ["RAZORPAY_KEY_ID", "rzp_test_1", "RAZORPAY_KEY_SECRET"],
  ["CRM_WEBHOOK_URL", "https://crm.test", "CRM_WEBHOOK_SECRET"],
  ["ACCOUNTING_WEBHOOK_SECRET", "whsec_1", "ACCOUNTING_WEBHOOK_URL"],
  ["DELIVERY_WEBHOOK_URL", "https://delivery.test", "DELIVERY_WEBHOOK_SECRET"],
  ["SLACK_BOT_TOKEN", "xoxb-1", "SLACK_ALERT_CHANNEL"],
])("does not start with %s alone, and names what is missing", (name, value, missing) => {
  const { code, message } = load({ ...complete, [name]: value });
  expect(code).toBe(1);
  expect(message).toContain(`${missing}: required, because ${name} is set`);
});

it("needs a cache: Upstash or a Redis", () => {
  const { REDIS_URL: _, ...uncached } = complete;
  expect(load(uncached)).toMatchObject({
    code: 1,
    message: expect.stringContaining("UPSTASH_REDIS_REST_URL"),
  });
  const upstash = { UPSTASH_REDIS_REST_URL: "https://cache.test", UPSTASH_REDIS_REST_TOKEN: "token" };
  expect(load({ ...uncached, ...upstash })).toMatchObject({ code: 0 });
});

it.each([
  ["MSG91_TEMPLATES", "order-confirmation"],
  ["ALERT_EMAILS", "operations@mohallamart.test,nobody"],
  ["REDIS_URL", "https://cache.test"],
  ["INNGEST_SERVE_ORIGIN", "worker.mohallamart.test"],
  ["INNGEST_SERVE_ORIGIN", "https://worker.mohallamart.test/api/inngest"],
  ["INNGEST_DEV", "off"],
  ["INNGEST_SERVE_PATH", "/api/inngest"],
  ["INNGEST_SIGNING_KEY_FALLBACK", "signkey-prod-words"],
])("refuses a %s that it cannot read", (name, value) => {
  expect(load({ ...complete, [name]: value })).toMatchObject({
    code: 1,
    message: expect.stringContaining(name),
  });
});

it("needs a direct way to the database behind a pooler in transaction mode", () => {
  const pooled = { ...complete, DATABASE_POOLER: "transaction" };
  expect(load(pooled)).toMatchObject({ code: 1, message: expect.stringContaining("DATABASE_DIRECT_URL") });
  expect(load({ ...pooled, DATABASE_DIRECT_URL: complete.DATABASE_URL })).toMatchObject({ code: 0 });
});

it("starts with Convex when it is told where and by which key, and with no store that it does not know", () => {
  const { code, message } = load({ ...complete, MARKETPLACE_STORE: "convex" });
  expect(code).toBe(1);
  expect(message).toContain("CONVEX_URL: required with MARKETPLACE_STORE=convex");
  expect(message).toContain("CONVEX_SERVICE_KEY: required with MARKETPLACE_STORE=convex");
  const convex = { CONVEX_URL: "https://happy-animal-123.convex.cloud", CONVEX_SERVICE_KEY: "k".repeat(32) };
  expect(load({ ...complete, MARKETPLACE_STORE: "convex", ...convex })).toEqual({ code: 0, message: "" });
  expect(load({ ...complete, MARKETPLACE_STORE: "mysql" }).message).toContain("postgres or convex");
  expect(load({ ...complete, MARKETPLACE_STORE: "postgres" })).toEqual({ code: 0, message: "" });
});
