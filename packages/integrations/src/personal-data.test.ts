import { describe, expect, it } from "vitest";
import { emailAlerts } from "./alerts/email.ts";
import { alertsEverywhere } from "./alerts/everywhere.ts";
import { slackAlerts } from "./alerts/slack.ts";
import { closedUrl } from "./contracts/canned-server.ts";
import { captureOutput } from "./contracts/capture-output.ts";
import { personal } from "./contracts/failure.ts";
import { leaksIn } from "./contracts/leaks.ts";
import { resendEmail } from "./email/resend.ts";
import { IntegrationError } from "./error.ts";
import type { Log } from "./log.ts";
import { msg91Sms } from "./sms/msg91.ts";
import { routedSms } from "./sms/routed.ts";
import { twilioSms } from "./sms/twilio.ts";
import { echoRedis, type RedisMisbehaviour } from "./testing/echo-redis.ts";
import { echoServer, type Misbehaviour } from "./testing/echo-server.ts";
import { personalAlert, personalSms, secrets, token } from "./testing/personal-data.ts";
import { registeredVendors } from "./testing/registered-vendors.ts";
import type { PersonalDataBench } from "./testing/vendor-bench.ts";

type Calls = PersonalDataBench["calls"];

/** What joins several adapters, and writes to the log about them. */
const joined: Calls = {
  "sms/routed": ({ address: baseUrl, timeout, log }) => {
    const account = { accountSid: `AC${"1".repeat(32)}`, authToken: token, from: "+12025550100" };
    const twilio = twilioSms({ ...account, baseUrl, timeout });
    const msg91 = msg91Sms({ authKey: token, templates: { text: "t1" }, baseUrl, timeout });
    return routedSms({ india: msg91, elsewhere: twilio, log }).send(personalSms);
  },
  "alerts/everywhere": ({ address: baseUrl, timeout, log }) => {
    const slack = slackAlerts({ token, channel: personal.name, baseUrl, timeout });
    const sender = resendEmail({ apiKey: token, from: "shop@example.com", baseUrl, timeout });
    const email = emailAlerts({ email: sender, to: [personal.email] });
    return alertsEverywhere([slack, email], log).send(personalAlert);
  },
};

const benches = (await registeredVendors()).map(({ id, bench }) => ({
  id,
  personalData: bench?.personalData,
}));

function callsOver(protocol: PersonalDataBench["protocol"]): [string, Calls[string]][] {
  return benches.flatMap(({ id, personalData }) => {
    if (!personalData || !("calls" in personalData) || personalData.protocol !== protocol) return [];
    return Object.entries(personalData.calls).map(([name, call]): [string, Calls[string]] => [
      `${id}, ${name},`,
      call,
    ]);
  });
}

/** Milliseconds of patience: little with a vendor that stays silent, enough for a busy machine otherwise. */
const patience = (misbehaviour: object) => ("silent" in misbehaviour ? 400 : 5_000);

const misbehaviours: Misbehaviour[] = [
  ...[307, 400, 401, 403, 404, 408, 409, 413, 418, 422, 429, 500, 502, 503].map((status) => ({ status })),
  { accept: true },
  { truncate: true },
  { cut: true },
  { drop: true },
  { silent: true },
];

describe.each([...callsOver("http"), ...Object.entries(joined)])(
  "%s keeps personal data to itself",
  (_call, call) => {
    it.each(misbehaviours)("when a vendor that quotes the request does %j", async (misbehaviour) => {
      const server = await echoServer(misbehaviour);
      const timeout = patience(misbehaviour);
      const mayHaveWorked = "accept" in misbehaviour || "truncate" in misbehaviour;
      await expectDiscretion((log) => call({ address: server.url, timeout, log }), { mayHaveWorked });
      expect(server.requests()).toBeGreaterThan(0);
      await server.stop();
    });

    it("when nobody listens", async () => {
      const address = await closedUrl();
      await expectDiscretion((log) => call({ address, timeout: 5_000, log }));
    });

    it("when its address is none", async () => {
      await expectDiscretion((log) => call({ address: `http://${token}@`, timeout: 5_000, log }));
    });
  },
);

const redisMisbehaviours: RedisMisbehaviour[] = [
  ...["ERR", "WRONGTYPE", "NOPERM", "OOM", "LOADING"].map((refuse) => ({ refuse })),
  { refuseLogin: "WRONGPASS" },
  { refuseLogin: "ERR" },
  { garbage: true },
  { cut: true },
  { drop: true },
  { silent: true },
];

describe.each(callsOver("redis"))("%s keeps personal data to itself", (_call, call) => {
  it.each(redisMisbehaviours)("when a server that quotes the command does %j", async (misbehaviour) => {
    const server = await echoRedis(misbehaviour);
    const [address, timeout] = [`127.0.0.1:${server.port}`, patience(misbehaviour)];
    await expectDiscretion((log) => call({ address, timeout, log }));
    if (!("refuseLogin" in misbehaviour)) expect(server.commands()).toBeGreaterThan(0);
    await server.stop();
  });

  it("when nobody listens", async () => {
    const { host: address } = new URL(await closedUrl());
    await expectDiscretion((log) => call({ address, timeout: 5_000, log }));
  });
});

async function expectDiscretion(ask: (log: Log) => Promise<unknown>, { mayHaveWorked = false } = {}) {
  const { log, end } = captureOutput();
  const outcome = await ask(log).catch((thrown: unknown) => thrown);
  const written = end();
  // A partner's 2xx is a success, whatever it quotes.
  if (!mayHaveWorked || outcome instanceof Error) expect(outcome).toBeInstanceOf(IntegrationError);
  expect(leaksIn(outcome, secrets)).toEqual([]);
  expect(leaksIn(written, secrets)).toEqual([]);
}
