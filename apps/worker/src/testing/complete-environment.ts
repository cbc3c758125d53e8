/** All that the worker needs to start in production, of vendors that nobody calls. */
export const completeEnvironment = {
  WEB_URL: "https://mohallamart.test",
  DATABASE_URL: "postgres://user@127.0.0.1:5432/platform",
  INNGEST_EVENT_KEY: "event-key",
  INNGEST_SIGNING_KEY: "signkey-test-12345678",
  INNGEST_SERVE_ORIGIN: "https://worker.mohallamart.test",
  RESEND_API_KEY: "re_1",
  RESEND_FROM: "MohallaMart <orders@mohallamart.test>",
  RESEND_TEN_OCEAN_FROM: "10 Ocean <office@10ocean.test>",
  TWILIO_ACCOUNT_SID: "AC1",
  TWILIO_AUTH_TOKEN: "token",
  TWILIO_PHONE_NUMBER: "+15005550006",
  TYPESENSE_URL: "https://search.test",
  TYPESENSE_API_KEY: "search-key",
  REDIS_URL: "redis://cache.test:6379",
  ARCHIVE_DIR: "/var/lib/platform/archive",
  ALERT_EMAILS: "operations@mohallamart.test",
};
