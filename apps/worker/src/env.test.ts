import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const complete = {
  WEB_URL: "https://mohallamart.test",
  DATABASE_URL: "postgres://user@127.0.0.1:5432/platform",
  INNGEST_EVENT_KEY: "event-key",
  INNGEST_SIGNING_KEY: "signkey-test-12345678",
  RESEND_API_KEY: "re_1",
  RESEND_FROM: "MohallaMart <orders@mohallamart.test>",
  RESEND_TEN_OCEAN_FROM: "10 Ocean <office@10ocean.test>",
  TWILIO_ACCOUNT_SID: "AC1",
  TWILIO_AUTH_TOKEN: "token",
  TWILIO_PHONE_NUMBER: "+15005550006",
  TYPESENSE_URL: "https://search.test",
  TYPESENSE_API_KEY: "search-key",
};

function load(variables: Record<string, string | undefined>) {
  const file = fileURLToPath(new URL("./env.ts", import.meta.url));
  const result = spawnSync(process.execPath, [file], { env: { ...variables }, encoding: "utf8" });
  return { code: result.status, message: result.stderr };
}

it("accepts a complete environment", () => {
  expect(load(complete)).toEqual({ code: 0, message: "" });
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

it("needs Inngest's keys unless a local engine is named", () => {
  const { INNGEST_SIGNING_KEY: _, ...unsigned } = complete;
  expect(load(unsigned)).toMatchObject({ code: 1, message: expect.stringContaining("INNGEST_SIGNING_KEY") });
  expect(load({ ...unsigned, INNGEST_DEV: "http://127.0.0.1:8288" })).toMatchObject({ code: 0 });
});
