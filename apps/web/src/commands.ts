import { mohallaMartCommands as mohallaMartCommandsOf } from "@org/commands/mohallamart";
import { operationsCommands as operationsCommandsOf } from "@org/commands/operations";
import { sessionCommands as sessionCommandsOf } from "@org/commands/sessions";
import { relyingPartyOf } from "@org/commands/sessions/passkeys/relying-party";
import { tenOceanCommands as tenOceanCommandsOf } from "@org/commands/ten-ocean";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresDeliveryReports } from "@org/stores/delivery-reports/postgres";
import { postgresDoubts } from "@org/stores/doubts/postgres";
import { postgresKnownBrowsers } from "@org/stores/known-browsers/postgres";
import { postgresOrderLinks } from "@org/stores/mohallamart/order-links/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { postgresPasskeys } from "@org/stores/passkeys/postgres";
import { mohallaMartPersonalData, tenOceanPersonalData } from "@org/stores/personal-data/postgres";
import { postgresSessions } from "@org/stores/sessions/postgres";
import { postgresSignInCodes } from "@org/stores/sign-in-codes/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { postgresRegistrationLinks } from "@org/stores/ten-ocean/registration-links/postgres";
import { observeCommands } from "@org/telemetry/observe";
import { createEventBuffer, type EventBuffer } from "./analytics/event-buffer.ts";
import { pool } from "./database.ts";
import { env } from "./env.ts";
import { ownOrigin } from "./http/own-origin.ts";
import { log } from "./log.ts";
import { linkSecrets, people } from "./stores.ts";
import { emailOf, payments } from "./vendors.ts";

declare global {
  // Like the pool in database.ts: one for all kinds of routes.
  var orgWebVisitEvents: EventBuffer | undefined;
}

/** What customers, shopkeepers and staff may ask of the marketplace. */
export function mohallaMartCommands() {
  const commands = mohallaMartCommandsOf({
    ...mohallaMartStores(pool("command")),
    orderLinks: postgresOrderLinks(pool("command"), linkSecrets()),
    outbox: { send: (events) => visitEvents().add(events) },
    payments: payments(),
    log,
  });
  return observeCommands("mohallamart", commands);
}

/** What residents and admins may ask of the tenant association. */
export function tenOceanCommands() {
  const commands = tenOceanCommandsOf({
    ...tenOceanStores(pool("command")),
    registrationLinks: postgresRegistrationLinks(pool("command"), linkSecrets()),
  });
  return observeCommands("ten-ocean", commands);
}

/** What each product keeps of its people; the files may be long, so a page's pool reads them. */
function personalData() {
  return { mohallamart: mohallaMartPersonalData(pool()), "ten-ocean": tenOceanPersonalData(pool()) };
}

/** What operators may ask, for both products. */
export function operationsCommands() {
  return operationsCommandsOf({
    deadLetters: postgresDeadLetters(pool("command")),
    deliveryReports: postgresDeliveryReports(pool("command")),
    doubts: postgresDoubts(pool("command")),
    suppressions: postgresSuppressions(pool("command")),
    outbox: postgresOutbox(pool("command")),
    personalData: personalData(),
  });
}

/** How people sign in and out. */
export function sessionCommands() {
  return sessionCommandsOf({
    people: people(),
    sessions: postgresSessions(pool("command")),
    codes: postgresSignInCodes(pool("command")),
    knownBrowsers: postgresKnownBrowsers(pool("command")),
    passkeys: postgresPasskeys(pool("command")),
    personalData: personalData(),
    emailOf,
    webUrl: ownOrigin(),
    relyingParty: relyingPartyOf(ownOrigin()),
    staffSignIn: env.STAFF_SIGN_IN,
  });
}

/** What visitors do, on its way to the engine. */
function visitEvents(): EventBuffer {
  globalThis.orgWebVisitEvents ??= createEventBuffer({
    send: (events) => postgresOutbox(pool("command")).send(events),
  });
  return globalThis.orgWebVisitEvents;
}
