import { cascadesOver } from "../cascades/cascades-over.ts";
import { postgresCascadeReads } from "../cascades/postgres.ts";
import { postgresDeadLetters } from "../dead-letters/postgres.ts";
import { postgresDeliveries } from "../deliveries/postgres.ts";
import { postgresDeliveryReports } from "../delivery-reports/postgres.ts";
import { postgresDoubts } from "../doubts/postgres.ts";
import { postgresKnownBrowsers } from "../known-browsers/postgres.ts";
import { postgresLedger } from "../ledger/postgres.ts";
import type { LinkSecrets } from "../links/token.ts";
import { postgresOldLogs } from "../logs/postgres.ts";
import { postgresApplicationLinks } from "../mohallamart/application-links/postgres.ts";
import { postgresOrderLinks } from "../mohallamart/order-links/postgres.ts";
import { mohallaMartStores } from "../mohallamart/postgres.ts";
import { postgresOutbox } from "../outbox/postgres.ts";
import { postgresSentEvents } from "../outbox/sent-events.ts";
import { postgresPasskeys } from "../passkeys/postgres.ts";
import { mohallaMartPersonalData, tenOceanPersonalData } from "../personal-data/postgres.ts";
import type { Pool } from "../postgres.ts";
import { postgresSessions } from "../sessions/postgres.ts";
import { postgresSignInCodes } from "../sign-in-codes/postgres.ts";
import { postgresStepFailures } from "../step-failures/postgres.ts";
import { postgresSuppressions } from "../suppressions/postgres.ts";
import { tenOceanStores } from "../ten-ocean/postgres.ts";
import { postgresRegistrationLinks } from "../ten-ocean/registration-links/postgres.ts";
import type { PlatformStores } from "./port.ts";

/** Both products in one database. */
export function postgresPlatformStores(pool: Pool, secrets: LinkSecrets): PlatformStores {
  const records = {
    ledger: postgresLedger(pool),
    sentEvents: postgresSentEvents(pool),
    stepFailures: postgresStepFailures(pool),
  };
  return {
    mohallaMart: mohallaMartStores(pool),
    tenOcean: tenOceanStores(pool),
    orderLinks: postgresOrderLinks(pool, secrets),
    applicationLinks: postgresApplicationLinks(pool, secrets),
    registrationLinks: postgresRegistrationLinks(pool, secrets),
    sessions: postgresSessions(pool),
    signInCodes: postgresSignInCodes(pool),
    knownBrowsers: postgresKnownBrowsers(pool),
    passkeys: postgresPasskeys(pool),
    cascades: cascadesOver(postgresCascadeReads(pool)),
    deadLetters: postgresDeadLetters(pool),
    deliveries: postgresDeliveries(pool),
    deliveryReports: postgresDeliveryReports(pool),
    doubts: postgresDoubts(pool),
    outbox: postgresOutbox(pool),
    suppressions: postgresSuppressions(pool),
    oldLogs: postgresOldLogs(pool),
    personalData: { mohallamart: mohallaMartPersonalData(pool), "ten-ocean": tenOceanPersonalData(pool) },
    marketplaceRecords: records,
    records,
  };
}
