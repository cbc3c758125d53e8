import { describe, expect, it } from "vitest";
import { emailAlerts } from "./alerts/email.ts";
import { alertsEverywhere } from "./alerts/everywhere.ts";
import type { Alert } from "./alerts/port.ts";
import { slackAlerts } from "./alerts/slack.ts";
import type { Cache } from "./cache/port.ts";
import { redisCache } from "./cache/redis.ts";
import { upstashCache } from "./cache/upstash.ts";
import { closedUrl } from "./contracts/canned-server.ts";
import { captureOutput } from "./contracts/capture-output.ts";
import { personal } from "./contracts/failure.ts";
import { goodsIndex } from "./contracts/goods-index.ts";
import { leaksIn } from "./contracts/leaks.ts";
import { resendEmail } from "./email/resend.ts";
import { IntegrationError } from "./error.ts";
import type { Log } from "./log.ts";
import { webhookPartners } from "./partners/webhook.ts";
import { razorpayPayments } from "./payments/razorpay.ts";
import { oneSignalPush } from "./push/onesignal.ts";
import { typesenseSearch } from "./search/typesense.ts";
import { msg91Sms } from "./sms/msg91.ts";
import { routedSms } from "./sms/routed.ts";
import { twilioSms } from "./sms/twilio.ts";
import { echoRedis, type RedisMisbehaviour } from "./testing/echo-redis.ts";
import { echoServer, type Misbehaviour } from "./testing/echo-server.ts";

const token = "token-that-nobody-may-see";
const { name, email, phone, text } = personal;
const secrets = [name, email, phone, phone.slice(1), phone.slice(3), text, token];
const html = `<p>Dear ${name}, ${text}</p>`;
const key = "personal-data:test";
/** Milliseconds of patience: little with a vendor that stays silent, enough for a busy machine otherwise. */
let timeout = 5_000;

/** Every adapter with one call each that carries all that is personal, and its token. */
const calls: Record<string, (baseUrl: string, log: Log) => Promise<unknown>> = {
  "Resend, one email": (baseUrl) =>
    resend(baseUrl).send({ to: `${name} <${email}>`, subject: name, html, text, key }),
  "Resend, a batch": (baseUrl) =>
    resend(baseUrl).sendBatch([{ to: email, subject: `${name} ${phone}`, html, text, key }], key),
  Twilio: (baseUrl) => twilio(baseUrl).send(sms),
  MSG91: (baseUrl) => msg91(baseUrl).send(sms),
  "MSG91, then Twilio": (baseUrl, log) =>
    routedSms({ india: msg91(baseUrl), elsewhere: twilio(baseUrl), log }).send(sms),
  OneSignal: (baseUrl) =>
    oneSignalPush({ appId: "app", apiKey: token, baseUrl, timeout }).send({
      userId: email,
      title: name,
      body: `${text} ${phone}`,
      data: { name },
      key,
    }),
  "Typesense, one document": async (baseUrl) => typesense(baseUrl).upsert(product),
  "Typesense, an import": async (baseUrl) => typesense(baseUrl).import([product]),
  "Typesense, a search": async (baseUrl) =>
    typesense(baseUrl).search({ text: `${name} ${text}`, filters: { shopId: [email, phone] } }),
  "Upstash, an entry": async (baseUrl) =>
    upstash(baseUrl).set(`user:${email}`, { name, phone }, { ttl: 1000, tags: [text] }),
  "Upstash, a count": async (baseUrl) => upstash(baseUrl).hit(phone, { limit: 1, window: 1000 }),
  "Razorpay, an order": async (baseUrl) => razorpay(baseUrl).createOrder({ orderId: email, amount: 10 }),
  "Razorpay, a capture": async (baseUrl) => razorpay(baseUrl).capture({ paymentId: phone, amount: 10 }),
  "Razorpay, a refund": async (baseUrl) => razorpay(baseUrl).refund({ paymentId: email, key: name }),
  "a partner": (baseUrl) => {
    const { crm } = webhookPartners({ crm: { url: `${baseUrl}/${token}`, secret, timeout } });
    const data = { name, email, phone, text };
    return (
      crm?.send({ type: "customer.updated", occurredAt: new Date().toISOString(), data, key }) ?? absent()
    );
  },
  "alerts, Slack": (baseUrl) => slackAlerts({ token, channel: name, baseUrl, timeout }).send(alert),
  "alerts, email": (baseUrl) => emailAlerts({ email: resend(baseUrl), to: [email] }).send(alert),
  "alerts, everywhere": (baseUrl, log) =>
    alertsEverywhere(
      [
        slackAlerts({ token, channel: name, baseUrl, timeout }),
        emailAlerts({ email: resend(baseUrl), to: [email] }),
      ],
      log,
    ).send(alert),
};

/** As requests to Razorpay carry it. */
const basic = Buffer.from(`rzp_key:${token}`).toString("base64");

/** The partner's secret is signed with, never sent; its URL may hold a token. */
const secret = `whsec_${btoa("what signatures are made with")}`;
const alert: Alert = {
  group: "g",
  severity: "critical",
  title: `${name} ${phone}`,
  text: `${text} ${email}`,
  key,
};

function absent(): never {
  throw new Error("The partner was configured and is not there.");
}

const sms = {
  to: phone,
  body: `${name}: ${text}`,
  template: { name: "text", values: { name, email, text } },
  key,
};
const resend = (baseUrl: string) =>
  resendEmail({ apiKey: token, from: "shop@example.com", baseUrl, timeout });
const twilio = (baseUrl: string) =>
  twilioSms({ accountSid: `AC${"1".repeat(32)}`, authToken: token, from: "+12025550100", baseUrl, timeout });
const msg91 = (baseUrl: string) => msg91Sms({ authKey: token, templates: { text: "t1" }, baseUrl, timeout });

const product = {
  id: email,
  name,
  category: text,
  description: `${phone} ${text}`,
  shopId: phone,
  price: 1,
  available: 1,
};
const typesense = (url: string) =>
  typesenseSearch({ index: goodsIndex, apiKey: token, url, timeout, importTimeout: timeout });
const upstash = (url: string) => upstashCache({ url, token, timeout });
const razorpay = (baseUrl: string) =>
  razorpayPayments({ keyId: "rzp_key", keySecret: token, baseUrl, timeout });

const misbehaviours: Misbehaviour[] = [
  ...[307, 400, 401, 403, 404, 408, 409, 413, 418, 422, 429, 500, 502, 503].map((status) => ({ status })),
  { accept: true },
  { truncate: true },
  { cut: true },
  { drop: true },
  { silent: true },
];

describe.each(Object.entries(calls))("%s keeps personal data to itself", (_adapter, call) => {
  it.each(misbehaviours)("when a vendor that quotes the request does %j", async (misbehaviour) => {
    const server = await echoServer(misbehaviour);
    timeout = "silent" in misbehaviour ? 400 : 5_000;
    const mayHaveWorked = "accept" in misbehaviour || "truncate" in misbehaviour;
    await expectDiscretion((log) => call(server.url, log), { mayHaveWorked });
    expect(server.requests()).toBeGreaterThan(0);
    await server.stop();
  });

  it("when nobody listens", async () => {
    const url = await closedUrl();
    await expectDiscretion((log) => call(url, log));
  });

  it("when its address is none", async () => {
    await expectDiscretion((log) => call(`http://${token}@`, log));
  });
});

/** The calls of the cache that runs over TCP. */
const redisCalls: Record<string, (cache: Cache) => Promise<unknown>> = {
  "Redis, an entry": (cache) => cache.set(`user:${email}`, { name, phone }, { ttl: 1000 }),
  "Redis, an entry with tags": (cache) => cache.set(email, { name, phone }, { ttl: 1000, tags: [text] }),
  "Redis, a count": (cache) => cache.hit(phone, { limit: 1, window: 1000 }),
};

const redisMisbehaviours: RedisMisbehaviour[] = [
  ...["ERR", "WRONGTYPE", "NOPERM", "OOM", "LOADING"].map((refuse) => ({ refuse })),
  { refuseLogin: "WRONGPASS" },
  { refuseLogin: "ERR" },
  { garbage: true },
  { cut: true },
  { drop: true },
  { silent: true },
];

describe.each(Object.entries(redisCalls))("%s keeps personal data to itself", (_call, call) => {
  /** The user's name and password stand in the address. */
  const callAt = async (port: number | string) => {
    const url = `redis://${encodeURIComponent(name)}:${token}@127.0.0.1:${port}`;
    const cache = redisCache({ url, timeout });
    await call(cache).finally(() => cache.close());
  };

  it.each(redisMisbehaviours)("when a server that quotes the command does %j", async (misbehaviour) => {
    const server = await echoRedis(misbehaviour);
    timeout = "silent" in misbehaviour ? 400 : 5_000;
    await expectDiscretion(() => callAt(server.port));
    if (!("refuseLogin" in misbehaviour)) expect(server.commands()).toBeGreaterThan(0);
    await server.stop();
  });

  it("when nobody listens", async () => {
    const { port } = new URL(await closedUrl());
    await expectDiscretion(() => callAt(port));
  });
});

async function expectDiscretion(ask: (log: Log) => Promise<unknown>, { mayHaveWorked = false } = {}) {
  const { log, end } = captureOutput();
  const outcome = await ask(log).catch((thrown: unknown) => thrown);
  const written = end();
  // A partner's 2xx is a success, whatever it quotes.
  if (!mayHaveWorked || outcome instanceof Error) expect(outcome).toBeInstanceOf(IntegrationError);
  const known = [...secrets, secret, basic];
  expect(leaksIn(outcome, known)).toEqual([]);
  expect(leaksIn(written, known)).toEqual([]);
}
