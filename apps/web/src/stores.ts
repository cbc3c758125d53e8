import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresDeliveries } from "@org/stores/deliveries/postgres";
import { postgresDoubts } from "@org/stores/doubts/postgres";
import { postgresKnownBrowsers } from "@org/stores/known-browsers/postgres";
import { postgresMeasurements } from "@org/stores/measurements/postgres";
import { postgresApplicationLinks } from "@org/stores/mohallamart/application-links/postgres";
import { postgresOrderLinks } from "@org/stores/mohallamart/order-links/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { postgresPasskeys } from "@org/stores/passkeys/postgres";
import { postgresSessions } from "@org/stores/sessions/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { postgresRegistrationLinks } from "@org/stores/ten-ocean/registration-links/postgres";
import { pool } from "./database.ts";
import { env } from "./env.ts";

/** Methods that tell and change nothing, by name; a session that is used is marked as used. */
type Telling =
  | "application"
  | "applications"
  | "attendance"
  | "audienceSize"
  | "buckets"
  | "coming"
  | "content"
  | "count"
  | "counts"
  | "deliveredCancelled"
  | "disputes"
  | "find"
  | "findByEmail"
  | "findByNumber"
  | "findByToken"
  | "findPost"
  | "forBrowser"
  | "get"
  | "history"
  | "isProof"
  | "last"
  | "list"
  | "listPending"
  | "ofOrders"
  | "openAlerts"
  | "openByWorkflow"
  | "opens"
  | "parties"
  | "past"
  | "payment"
  | "perChannel"
  | "progress"
  | "proof"
  | "pulse"
  | "ofCustomer"
  | "readers"
  | "reconciliations"
  | "search"
  | "state"
  | "summary"
  | "thread"
  | "tokenOf"
  | "topic"
  | "topics"
  | "totals"
  | "unread"
  | "use"
  | "usersOf"
  | "watchedBy"
  | "watches";

/** What pages may ask of stores. Whatever changes something is a command, see `commands.ts`. */
type Readable<Stores> = { [Name in keyof Stores]: Pick<Stores[Name], keyof Stores[Name] & Telling> };

function readable<Stores>(stores: Stores): Readable<Stores> {
  return stores;
}

export function mohallaMart() {
  return readable(mohallaMartStores(pool()));
}

/** The links to orders; a command ends them, and only the worker writes those of messages. */
export function orderLinks() {
  return readable({ orderLinks: postgresOrderLinks(pool(), linkSecrets()) }).orderLinks;
}

/** The links to applications to open a shop, and to registrations in the house. */
export function applicationLinks() {
  return readable({ applicationLinks: postgresApplicationLinks(pool(), linkSecrets()) }).applicationLinks;
}

export function registrationLinks() {
  return readable({ registrationLinks: postgresRegistrationLinks(pool(), linkSecrets()) }).registrationLinks;
}

export function linkSecrets() {
  return { current: env.ORDER_LINK_SECRET, previous: env.ORDER_LINK_SECRET_PREVIOUS };
}

export function tenOcean() {
  return readable(tenOceanStores(pool()));
}

/** Where both products keep their people. */
export function people() {
  return { mohallaMart: mohallaMart(), tenOcean: tenOcean() };
}

/** Who is signed in. */
export function sessions() {
  return readable({ sessions: postgresSessions(pool()) }).sessions;
}

/** In which browsers people have signed in before, and their passkeys. */
export function signInStores() {
  return readable({
    knownBrowsers: postgresKnownBrowsers(pool()),
    // Its `use` books one, which only a command does.
    passkeys: { list: postgresPasskeys(pool()).list },
  });
}

/** What the operations console looks after, for both products. */
export function operations() {
  return readable({
    deadLetters: postgresDeadLetters(pool()),
    deliveries: postgresDeliveries(pool()),
    doubts: postgresDoubts(pool()),
    measurements: postgresMeasurements(pool()),
    outbox: postgresOutbox(pool()),
    suppressions: postgresSuppressions(pool()),
  });
}
