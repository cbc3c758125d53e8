import { failureOf, personal } from "@org/integrations/contracts";
import { twilioSms } from "@org/integrations/sms/twilio";
import { startEmulators } from "@org/local-stack";
import { afterAll, expect, it } from "vitest";
import { createPool } from "../postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { ledgerContract } from "./contract.ts";
import { postgresLedger } from "./postgres.ts";
import { smsOncePerKey } from "./sms-once-per-key.ts";

const { pool, url } = await testDatabase();
const second = createPool({ databaseUrl: url });
afterAll(() => second.end());

ledgerContract("Postgres", {
  ledger: postgresLedger(pool),
  other: postgresLedger(second),
  age: async () => {
    await pool.query("update platform.send_ledger set started_at = now() - interval '10 minutes'");
  },
  reset: async () => {
    await pool.query("truncate platform.send_ledger");
  },
});

it("an SMS whose answer was lost reaches the phone once", async () => {
  const vendors = await startEmulators({ rateLimits: false });
  const { url: baseUrl, ...account } = vendors.twilio;
  const sms = smsOncePerKey(twilioSms({ ...account, baseUrl }), postgresLedger(pool));
  const message = { to: personal.phone, body: personal.text, key: "order-confirmation:ord_2:sms" };
  vendors.failNext("twilio", { cut: true });
  expect(await failureOf(sms.send(message))).toMatchObject({ kind: "ambiguous" });
  expect(await sms.send(message)).toEqual({ messageId: vendors.outbox()[0]?.id });
  expect(vendors.outbox()).toHaveLength(1);
  await vendors.stop();
});

it("a result that cannot be booked is still given to the caller, and is not sent again", async () => {
  const own = createPool({ databaseUrl: url });
  const key = "order-confirmation:ord_3:sms";
  const result = await postgresLedger(own).once(key, async () => {
    await own.end();
    return "SM1";
  });
  expect(result).toBe("SM1");
  expect(await failureOf(postgresLedger(pool).once(key, async () => "SM2"))).toMatchObject({
    kind: "retryable",
  });
});
