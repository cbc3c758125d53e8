import { mohallaMartCommands as mohallaMartCommandsOf } from "@org/commands/mohallamart";
import { createEventBuffer, type EventBuffer } from "@org/commands/mohallamart/analytics/event-buffer";
import type { TrimPhoto } from "@org/commands/mohallamart/products/save-picture";
import { operationsCommands as operationsCommandsOf } from "@org/commands/operations";
import { sessionCommands as sessionCommandsOf } from "@org/commands/sessions";
import { relyingPartyOf } from "@org/commands/sessions/passkeys/relying-party";
import { tenOceanCommands as tenOceanCommandsOf } from "@org/commands/ten-ocean";
import { observeCommands } from "@org/telemetry/observe";
import { platformStores } from "./database.ts";
import { env } from "./env.ts";
import { ownOrigin } from "./http/own-origin.ts";
import { log } from "./log.ts";
import { people } from "./stores.ts";
import { emailOf, payments, pictures, productSearch } from "./vendors.ts";

declare global {
  // Like the pool in database.ts: one for all kinds of routes.
  var orgWebVisitEvents: EventBuffer | undefined;
}

/** What customers, shopkeepers and staff may ask of the marketplace. */
export function mohallaMartCommands() {
  const { mohallaMart, orderLinks } = platformStores("command");
  const commands = mohallaMartCommandsOf({
    ...mohallaMart,
    orderLinks,
    outbox: { send: (events) => visitEvents().add(events) },
    payments: payments(),
    pictures: pictureUploads(),
    search: productSearch(),
    log,
  });
  return observeCommands("mohallamart", commands);
}

/** The library that unpacks pictures is loaded with the first one. */
function pictureUploads() {
  const port = pictures();
  const cut: TrimPhoto = async (content) =>
    (await import("@org/integrations/pictures/squares")).cutSquares(content);
  return port && { put: port.put, cut };
}

/** What residents and admins may ask of the tenant association. */
export function tenOceanCommands() {
  const { tenOcean, registrationLinks } = platformStores("command");
  return observeCommands("ten-ocean", tenOceanCommandsOf({ ...tenOcean, registrationLinks }));
}

/** What each product keeps of its people; the files may be long, so a page's pool reads them. */
function personalData() {
  return platformStores().personalData;
}

/** What operators may ask, for both products. */
export function operationsCommands() {
  const { deadLetters, deliveryReports, doubts, outbox, suppressions } = platformStores("command");
  return operationsCommandsOf({
    ...{ deadLetters, deliveryReports, doubts, outbox, suppressions },
    personalData: personalData(),
  });
}

/** How people sign in and out. */
export function sessionCommands() {
  const { knownBrowsers, passkeys, sessions, signInCodes } = platformStores("command");
  return sessionCommandsOf({
    ...{ knownBrowsers, passkeys, sessions, codes: signInCodes },
    people: people(),
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
    send: (events) => platformStores("command").outbox.send(events),
  });
  return globalThis.orgWebVisitEvents;
}
