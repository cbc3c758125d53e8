import { convexDeadLetters } from "../dead-letters/convex.ts";
import { convexDeliveries } from "../deliveries/convex.ts";
import { convexDeliveryReports } from "../delivery-reports/convex.ts";
import { convexDoubts } from "../doubts/convex.ts";
import { convexKnownBrowsers } from "../known-browsers/convex.ts";
import { convexLedger } from "../ledger/convex.ts";
import type { LinkSecrets } from "../links/token.ts";
import { convexOldLogs } from "../logs/convex.ts";
import { convexApplicationLinks } from "../mohallamart/application-links/convex.ts";
import { convexMohallaMartStores } from "../mohallamart/convex.ts";
import { convexOrderLinks } from "../mohallamart/order-links/convex.ts";
import { convexOutbox } from "../outbox/convex.ts";
import { convexSentEvents } from "../outbox/sent-events.convex.ts";
import { convexPasskeys } from "../passkeys/convex.ts";
import { convexMohallaMartPersonalData } from "../personal-data/convex.ts";
import { convexSessions } from "../sessions/convex.ts";
import { convexSignInCodes } from "../sign-in-codes/convex.ts";
import { convexStepFailures } from "../step-failures/convex.ts";
import { convexSuppressions } from "../suppressions/convex.ts";
import type { ConvexDeployment } from "./deployment.ts";

/** All that the marketplace keeps, and what is changed together with it. */
export function convexStores(deployment: ConvexDeployment) {
  return {
    ...convexMohallaMartStores(deployment),
    deadLetters: convexDeadLetters(deployment),
    deliveries: convexDeliveries(deployment),
    deliveryReports: convexDeliveryReports(deployment),
    doubts: convexDoubts(deployment),
    knownBrowsers: convexKnownBrowsers(deployment),
    ledger: convexLedger(deployment),
    oldLogs: convexOldLogs(deployment),
    outbox: convexOutbox(deployment),
    passkeys: convexPasskeys(deployment),
    personalData: convexMohallaMartPersonalData(deployment),
    sentEvents: convexSentEvents(deployment),
    sessions: convexSessions(deployment),
    signInCodes: convexSignInCodes(deployment),
    suppressions: convexSuppressions(deployment),
    stepFailures: convexStepFailures(deployment),
  };
}

/** The links to pages; their secrets are the apps' own. */
export function convexLinks(deployment: ConvexDeployment, secrets: LinkSecrets) {
  return {
    orders: convexOrderLinks(deployment, secrets),
    applications: convexApplicationLinks(deployment, secrets),
  };
}
