import { expectNothingPersonal, failureOf, personal } from "@org/integrations/contracts";
import type { Log } from "@org/integrations/log";
import { msg91Sms } from "@org/integrations/sms/msg91";
import { routedSms } from "@org/integrations/sms/routed";
import { twilioSms } from "@org/integrations/sms/twilio";
import { startEmulators } from "@org/local-stack";
import { afterAll, beforeEach, expect, it } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { postgresLedger } from "./postgres.ts";
import { smsOncePerKey } from "./sms-once-per-key.ts";

const vendors = await startEmulators({ rateLimits: false });
afterAll(() => vendors.stop());
const { pool } = await testDatabase();

const warnings: object[] = [];
const ignore = () => {};
const log: Log = {
  debug: ignore,
  info: ignore,
  error: ignore,
  warn: (fields, message) => warnings.push({ ...fields, message }),
};
const sms = smsOncePerKey(
  routedSms({
    india: msg91Sms({ ...vendors.msg91, baseUrl: vendors.msg91.url }),
    elsewhere: twilioSms({ ...vendors.twilio, baseUrl: vendors.twilio.url }),
    log,
  }),
  postgresLedger(pool),
);

let messages = 0;
/** Each with a key of its own: the ledger outlives the emulators' reset. */
const toIndia = () => ({
  to: personal.phone,
  body: personal.text,
  template: { name: "text", values: { text: personal.name } },
  key: `order-confirmation:ord_${messages++}:sms`,
});
const toElsewhere = () => ({ ...toIndia(), to: "+14155550123" });
const sentBy = () => vendors.outbox().map(({ vendor }) => vendor);

beforeEach(async () => {
  warnings.length = 0;
  await vendors.reset();
});

it("numbers of India go through the one, all others through the other", async () => {
  await sms.send(toIndia());
  await sms.send(toElsewhere());
  expect(sentBy()).toEqual(["msg91", "twilio"]);
  expect(warnings).toEqual([]);
});

it.each([
  ["msg91", toIndia, "twilio"],
  ["twilio", toElsewhere, "msg91"],
] as const)(
  "a final failure of %s is taken over, told to the log, and sent once per key",
  async (vendor, to, other) => {
    vendors.failNext(vendor, { status: 400 });
    const message = to();
    const sent = await sms.send(message);
    expect(await sms.send(message)).toEqual(sent);
    expect(sentBy()).toEqual([other]);
    expect(warnings).toMatchObject([{ key: message.key, vendor, status: 400 }]);
    expectNothingPersonal(warnings);
  },
);

it.each(["+15005550004", "+15005550009", "+15005550001"])(
  "a refusal about the recipient %s ends there",
  async (to) => {
    const error = await failureOf(sms.send({ ...toElsewhere(), to }));
    expect(error).toMatchObject({ kind: "final", vendor: "twilio", aboutRecipient: true });
    expect(vendors.outbox()).toEqual([]);
    expect(warnings).toEqual([]);
  },
);

it("a 503 of Twilio's is tried again by the caller, for it says that nothing was sent", async () => {
  vendors.failNext("twilio", { status: 503 });
  const message = toElsewhere();
  expect(await failureOf(sms.send(message))).toMatchObject({ kind: "retryable", vendor: "twilio" });
  await sms.send(message);
  expect(sentBy()).toEqual(["twilio"]);
});

it("a text whose answer was lost is found at Twilio the next time, also behind the other vendor", async () => {
  vendors.failNext("twilio", { cut: true });
  const message = toElsewhere();
  expect(await failureOf(sms.send(message))).toMatchObject({ kind: "ambiguous" });
  expect(await sms.send(message)).toEqual({ messageId: vendors.outbox()[0]?.id });
  expect(sentBy()).toEqual(["twilio"]);
});

it("a process that dies between sending and booking leaves a text that is found, and not sent again", async () => {
  const message = toElsewhere();
  const twilio = twilioSms({ ...vendors.twilio, baseUrl: vendors.twilio.url });
  const sent = new Promise<void>((resolve) => {
    const dies = async () => {
      await twilio.send(message);
      resolve();
      return new Promise<never>(() => {});
    };
    void postgresLedger(pool).once(message.key, dies);
  });
  await sent;
  await pool.query(
    "update platform.send_ledger set started_at = now() - interval '1 minute' where key = $1",
    [message.key],
  );
  expect(await sms.send(message)).toEqual({ messageId: vendors.outbox()[0]?.id });
  expect(vendors.outbox()).toHaveLength(1);
});

it("a message without a template goes through the vendor that needs none", async () => {
  const { template: _none, ...free } = toIndia();
  await sms.send(free);
  expect(sentBy()).toEqual(["twilio"]);
});

it.each([{ cut: true }, { malformed: true }, { status: 502 }, { drop: true }])(
  "an unknown outcome (%j) is never taken over, nor sent again",
  async (fault) => {
    vendors.failNext("msg91", fault);
    const message = toIndia();
    expect(await failureOf(sms.send(message))).toMatchObject({ kind: "ambiguous", vendor: "msg91" });
    expect((await failureOf(sms.send(message))).kind).toBe("ambiguous");
    expect(sentBy()).not.toContain("twilio");
    expect(vendors.outbox().length).toBeLessThanOrEqual(1);
  },
);

it("over the rate limit the caller waits for the first choice", async () => {
  vendors.failNext("msg91", { status: 429, retryAfter: 2 });
  const message = toIndia();
  expect(await failureOf(sms.send(message))).toMatchObject({ kind: "retryable", retryAfter: 2000 });
  expect(vendors.outbox()).toEqual([]);
  await sms.send(message);
  expect(sentBy()).toEqual(["msg91"]);
});

it("when both refuse, the second one's refusal is thrown, and a later try asks both again", async () => {
  vendors.failNext("msg91", { status: 400 });
  vendors.failNext("twilio", { status: 400 });
  const message = toIndia();
  expect(await failureOf(sms.send(message))).toMatchObject({ kind: "final", vendor: "twilio" });
  await sms.send(message);
  expect(sentBy()).toEqual(["msg91"]);
});
