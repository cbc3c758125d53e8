import { cascadesOver, readsOfBoth } from "../cascades/cascades-over.ts";
import { convexCascadeReads } from "../cascades/convex.ts";
import { postgresCascadeReads } from "../cascades/postgres.ts";
import type { ConvexDeployment } from "../convex/deployment.ts";
import { convexLinks, convexStores } from "../convex/stores.ts";
import type { LinkSecrets } from "../links/token.ts";
import { convexMohallaMartStores } from "../mohallamart/convex.ts";
import type { Pool } from "../postgres.ts";
import { deliveriesOfBoth, oldLogsOfBoth, reportsOfBoth } from "./both/messages.ts";
import { deadLettersOfBoth, doubtsOfBoth, outboxOfBoth, suppressionsOfBoth } from "./both/operations.ts";
import { knownBrowsersOfBoth, passkeysOfBoth, sessionsOfBoth } from "./both/sign-in.ts";
import type { PlatformStores } from "./port.ts";
import { postgresPlatformStores } from "./postgres.ts";

export interface ConvexPlatformOptions {
  /** Where the association is. */
  pool: Pool;
  deployment: ConvexDeployment;
  secrets: LinkSecrets;
}

/** The marketplace in Convex, with all that is changed together with it, and the association in Postgres. */
export function convexPlatformStores({ pool, deployment, secrets }: ConvexPlatformOptions): PlatformStores {
  const postgres = postgresPlatformStores(pool, secrets);
  const convex = convexStores(deployment);
  const links = convexLinks(deployment, secrets);
  const { ledger, sentEvents, stepFailures } = convex;
  return {
    mohallaMart: convexMohallaMartStores(deployment),
    tenOcean: postgres.tenOcean,
    orderLinks: links.orders,
    applicationLinks: links.applications,
    registrationLinks: postgres.registrationLinks,
    sessions: sessionsOfBoth(convex.sessions, postgres.sessions),
    // A code is an address's, whichever product its owner signs in to.
    signInCodes: convex.signInCodes,
    knownBrowsers: knownBrowsersOfBoth(convex.knownBrowsers, postgres.knownBrowsers),
    passkeys: passkeysOfBoth(convex.passkeys, postgres.passkeys),
    cascades: cascadesOver(readsOfBoth(convexCascadeReads(deployment), postgresCascadeReads(pool))),
    deadLetters: deadLettersOfBoth(convex.deadLetters, postgres.deadLetters),
    deliveries: deliveriesOfBoth(convex.deliveries, postgres.deliveries),
    deliveryReports: reportsOfBoth(convex.deliveryReports, postgres.deliveryReports),
    doubts: doubtsOfBoth(convex.doubts, postgres.doubts),
    outbox: outboxOfBoth(convex.outbox, postgres.outbox),
    suppressions: suppressionsOfBoth(convex.suppressions, postgres.suppressions),
    oldLogs: oldLogsOfBoth(convex.oldLogs, postgres.oldLogs),
    personalData: { ...postgres.personalData, mohallamart: convex.personalData },
    marketplaceRecords: { ledger, sentEvents, stepFailures },
    records: postgres.records,
  };
}
