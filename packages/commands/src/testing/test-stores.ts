import { createDatabase } from "@org/local-stack";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresDeliveryReports } from "@org/stores/delivery-reports/postgres";
import { postgresDoubts } from "@org/stores/doubts/postgres";
import { postgresKnownBrowsers } from "@org/stores/known-browsers/postgres";
import { postgresApplicationLinks } from "@org/stores/mohallamart/application-links/postgres";
import { postgresOrderLinks } from "@org/stores/mohallamart/order-links/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { postgresPasskeys } from "@org/stores/passkeys/postgres";
import { mohallaMartPersonalData, tenOceanPersonalData } from "@org/stores/personal-data/postgres";
import { createPool } from "@org/stores/postgres";
import { postgresSessions } from "@org/stores/sessions/postgres";
import { postgresSignInCodes } from "@org/stores/sign-in-codes/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { postgresRegistrationLinks } from "@org/stores/ten-ocean/registration-links/postgres";
import { afterAll, inject } from "vitest";

/** The real stores on an empty database of the test file's own. */
export async function testStores() {
  const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  const pool = createPool({ databaseUrl: database.url });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  const secrets = { current: "a secret of this test's own, of 32 characters" };
  return {
    mohallaMart: mohallaMartStores(pool),
    orderLinks: postgresOrderLinks(pool, secrets),
    applicationLinks: postgresApplicationLinks(pool, secrets),
    registrationLinks: postgresRegistrationLinks(pool, secrets),
    tenOcean: tenOceanStores(pool),
    sessions: postgresSessions(pool),
    signInCodes: postgresSignInCodes(pool),
    knownBrowsers: postgresKnownBrowsers(pool),
    passkeys: postgresPasskeys(pool),
    deadLetters: postgresDeadLetters(pool),
    deliveryReports: postgresDeliveryReports(pool),
    doubts: postgresDoubts(pool),
    suppressions: postgresSuppressions(pool),
    personalData: {
      mohallamart: mohallaMartPersonalData(pool),
      "ten-ocean": tenOceanPersonalData(pool),
    },
    outbox: postgresOutbox(pool),
    /** Lets every wait after wrong codes be over. */
    async endWaits(): Promise<void> {
      await pool.query("update platform.wrong_codes set held_until = now()");
    },
    /** Ids of all events that were written, in the order of writing. */
    async emitted(): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>("select id from platform.outbox order by position");
      return rows.map(({ id }) => id);
    },
    /** The same events, whole. */
    async emittedEvents(): Promise<{ name: string; data: Record<string, unknown> }[]> {
      const { rows } = await pool.query<{ payload: { name: string; data: Record<string, unknown> } }>(
        "select payload from platform.outbox order by position",
      );
      return rows.map(({ payload: { name, data } }) => ({ name, data }));
    },
    /** As if the engine had accepted all events and lost them. */
    async loseEvents(): Promise<void> {
      await pool.query("update platform.outbox set accepted_at = now(), lost_since = now(), resends = 3");
    },
    /** As if the engine had refused all events that wait. */
    async refuseEvents(): Promise<void> {
      await pool.query(
        "update platform.outbox set attempts = 1, last_error = '400' where accepted_at is null",
      );
    },
    async listShop(shopId: string, listed: boolean): Promise<void> {
      await pool.query("update mohallamart.shops set listed = $2 where shop_id = $1", [shopId, listed]);
    },
    async setPrice(productId: string, paise: number): Promise<void> {
      await pool.query("update mohallamart.products set price_paise = $2 where product_id = $1", [
        productId,
        paise,
      ]);
    },
  };
}
