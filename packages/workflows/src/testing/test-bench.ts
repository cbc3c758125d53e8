import type { EventClient } from "@org/events";
import { resendEmail } from "@org/integrations/email/resend";
import { postgresLedger } from "@org/integrations/ledger/postgres";
import { moveBatch } from "@org/integrations/outbox/batch";
import { smsOncePerKey } from "@org/integrations/sms/once-per-key";
import { twilioSms } from "@org/integrations/sms/twilio";
import { databaseOn } from "@org/integrations/stores/database";
import { demoData, loadDemoData } from "@org/integrations/stores/demo-data";
import { mohallaMartStores } from "@org/integrations/stores/mohallamart/postgres";
import { createPool } from "@org/integrations/stores/postgres";
import { tenOceanStores } from "@org/integrations/stores/ten-ocean/postgres";
import { createTestEngine } from "@org/local-engine/test";
import { createDatabase, startEmulators } from "@org/local-stack";
import { afterEach, inject } from "vitest";
import { mohallaMartInngest } from "../mohallamart/client.ts";
import { mohallaMartFunctions } from "../mohallamart/index.ts";
import { tenOceanInngest } from "../ten-ocean/client.ts";
import { tenOceanFunctions } from "../ten-ocean/index.ts";

const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export type TestBench = Awaited<ReturnType<typeof startTestBench>>;

/**
 * Both apps on the test engine's virtual clock, with what they have in production: Postgres and the vendors' real
 * clients, here talking to the emulators. The demo data is loaded. Ends with the test.
 */
export async function startTestBench() {
  const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  cleanUps.push(() => database.drop());
  const pool = createPool({ databaseUrl: database.url });
  cleanUps.push(() => pool.end());
  const vendors = await startEmulators({ rateLimits: false });
  cleanUps.push(() => vendors.stop());

  const stores = { mohallaMart: mohallaMartStores(pool), tenOcean: tenOceanStores(pool) };
  await loadDemoData(stores);
  const email = resendEmail({
    apiKey: vendors.resend.apiKey,
    from: "MohallaMart <orders@mohallamart.example>",
    baseUrl: vendors.resend.url,
  });
  const { url: baseUrl, ...twilio } = vendors.twilio;
  const sms = smsOncePerKey(twilioSms({ ...twilio, baseUrl }), postgresLedger(pool));

  let client: EventClient | undefined;
  const engine = createTestEngine({
    now: "2026-11-02T04:30:00Z",
    apps: [
      (options) => {
        const inngest = mohallaMartInngest(options);
        client = inngest;
        return {
          client: inngest,
          functions: mohallaMartFunctions({
            ...stores.mohallaMart,
            inngest,
            email,
            sms,
            webUrl: "https://mohallamart.test",
          }),
        };
      },
      (options) => {
        const inngest = tenOceanInngest(options);
        return {
          client: inngest,
          functions: tenOceanFunctions({
            ...stores.tenOcean,
            inngest,
            email,
            portalUrl: "https://10ocean.test",
          }),
        };
      },
    ],
  });
  cleanUps.push(() => engine.close());

  /** Moves what the outbox holds to the engine and runs everything that is due, until nothing is left of either. */
  async function settle(): Promise<void> {
    for (let moved = true; moved; ) {
      if (!client) throw new Error("The test engine has not started its apps.");
      const batch = await moveBatch(databaseOn(pool), client, {
        select: "fresh",
        limit: 100,
        sendTimeout: 5_000,
      });
      if (batch.failure) throw new Error(`The engine refused ${batch.claimed.join(", ")}: ${batch.failure}`);
      await engine.runUntilIdle();
      moved = batch.claimed.length > 0;
    }
  }

  return { ...stores, demoData, engine, vendors, settle };
}
