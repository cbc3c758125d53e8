import process from "node:process";
import { startEmulators, subscribeDevice, vendorNames } from "@org/local-stack";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slackAlerts } from "./alerts/slack.ts";
import { redisCache } from "./cache/redis.ts";
import { upstashCache } from "./cache/upstash.ts";
import { failureOf, personal } from "./contracts/failure.ts";
import { goodsIndex } from "./contracts/goods-index.ts";
import { resendEmail } from "./email/resend.ts";
import { webhookPartners } from "./partners/webhook.ts";
import { razorpayPayments } from "./payments/razorpay.ts";
import { oneSignalPush } from "./push/onesignal.ts";
import { typesenseSearch } from "./search/typesense.ts";
import { msg91Sms } from "./sms/msg91.ts";
import { twilioSms } from "./sms/twilio.ts";
import { hasRedisServer, startRedisServer } from "./testing/redis-server.ts";

// Below the range from which the system hands out ports, so that nobody gets one while its vendor is down.
const firstPort = 20_000 + (process.pid % 1_000) * 12;
const ports = Object.fromEntries(vendorNames.map((name, index) => [name, firstPort + index]));
const redisPort = String(firstPort + vendorNames.length);

/** The emulators, and a real Redis where the machine has one. */
async function startVendors() {
  const emulators = await startEmulators({ rateLimits: false, ports });
  const redis = hasRedisServer() ? await startRedisServer({ port: redisPort }) : undefined;
  return {
    ...emulators,
    async stop() {
      await Promise.all([emulators.stop(), redis?.stop()]);
    },
  };
}

let vendors = await startVendors();
afterAll(async () => {
  await sender.redis.close();
  await vendors.stop();
});

const text = {
  to: personal.phone,
  body: personal.text,
  template: { name: "text", values: { text: "Hello" } },
};
const email = { to: personal.email, subject: "Hello", html: "<p>Hello</p>", text: "Hello" };
const alert = { group: "g", severity: "warning", title: "Slow", text: "It is slow." } as const;
const product = { id: "prod_1", name: "Rice", category: "Grains", shopId: "shop_1", price: 60, available: 3 };
const { resend, twilio, msg91, onesignal, slack, partners, typesense, upstash, razorpay } = vendors;

// One adapter each for the whole test, as in a process that outlives its vendors' bad hours.
const sender = {
  email: resendEmail({ ...resend, baseUrl: resend.url, from: "shop@example.com" }),
  twilio: twilioSms({ ...twilio, baseUrl: twilio.url }),
  msg91: msg91Sms({ ...msg91, baseUrl: msg91.url }),
  push: oneSignalPush({ ...onesignal, baseUrl: onesignal.url }),
  slack: slackAlerts({ ...slack, baseUrl: slack.url }),
  crm: webhookPartners({ crm: { url: `${partners.url}/crm`, secret: partners.secrets.crm } }).crm,
  search: typesenseSearch({ ...typesense, index: goodsIndex }),
  cache: upstashCache(upstash),
  redis: redisCache({ url: `redis://127.0.0.1:${redisPort}` }),
  payments: razorpayPayments({ ...razorpay, baseUrl: razorpay.url }),
};

/** One call to each vendor's adapter; `key` is another one every time. */
const calls: Record<string, (key: string) => Promise<unknown> | undefined> = {
  Resend: (key) => sender.email.send({ ...email, key }),
  Twilio: (key) => sender.twilio.send({ ...text, key }),
  MSG91: (key) => sender.msg91.send({ ...text, key }),
  OneSignal: (key) => sender.push.send({ userId: "user_1", title: "Hello", body: "Hello", key }),
  Slack: (key) => sender.slack.send({ ...alert, key }),
  "a partner": (key) =>
    sender.crm?.send({ type: "order.created", occurredAt: new Date().toISOString(), data: {}, key }),
  Typesense: () => sender.search.upsert(product),
  Upstash: (key) => sender.cache.set(key, "value", { ttl: 60_000 }),
  ...(hasRedisServer()
    ? { Redis: (key: string) => sender.redis.set(key, "value", { ttl: 60_000 }) }
    : undefined),
  Razorpay: (key) => sender.payments.createOrder({ orderId: key, amount: 10 }),
};

async function ask(vendor: string, key: string): Promise<unknown> {
  return calls[vendor]?.(`${key}:${vendor}`.replaceAll(" ", "-"));
}

/** What accounts hold when the vendor is up. */
async function prepare(): Promise<void> {
  await subscribeDevice(vendors.onesignal, "user_1");
  await sender.search.create();
}

describe("while every vendor is up", () => {
  beforeAll(prepare);

  it.each(Object.keys(calls))("%s works", async (vendor) => {
    await ask(vendor, "before");
  });
});

describe("while every vendor is down", () => {
  beforeAll(() => vendors.stop());

  it.each(Object.keys(calls))("%s is retryable: nothing happened", async (vendor) => {
    expect((await failureOf(ask(vendor, "during"))).kind).toBe("retryable");
  });

  describe("and back at the same address", () => {
    beforeAll(async () => {
      vendors = await startVendors();
      await prepare();
    });

    it.each(Object.keys(calls))("%s works again, with the same adapter", async (vendor) => {
      await ask(vendor, "during");
    });

    it("each message of the outage arrived once", () => {
      const sent = vendors.outbox().map(({ vendor }) => vendor);
      expect(sent.toSorted()).toEqual(["msg91", "onesignal", "partners", "resend", "slack", "twilio"]);
    });
  });
});
