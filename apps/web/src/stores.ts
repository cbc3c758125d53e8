import { postgresMeasurements } from "@org/stores/measurements/postgres";
import { platformStores, pool } from "./database.ts";

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
  | "emptySearches"
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
  return readable(platformStores().mohallaMart);
}

/** The links to orders; a command ends them, and only the worker writes those of messages. */
export function orderLinks() {
  return readable(platformStores()).orderLinks;
}

/** The links to applications to open a shop, and to registrations in the house. */
export function applicationLinks() {
  return readable(platformStores()).applicationLinks;
}

export function registrationLinks() {
  return readable(platformStores()).registrationLinks;
}

export function tenOcean() {
  return readable(platformStores().tenOcean);
}

/** Where both products keep their people. */
export function people() {
  return { mohallaMart: mohallaMart(), tenOcean: tenOcean() };
}

/** Who is signed in. */
export function sessions() {
  return readable(platformStores()).sessions;
}

/** In which browsers people have signed in before, and their passkeys. */
export function signInStores() {
  const { knownBrowsers, passkeys } = platformStores();
  return {
    ...readable({ knownBrowsers }),
    // Its `use` books one, which only a command does.
    passkeys: { list: passkeys.list },
  };
}

/** What the operations console looks after, for both products. */
export function operations() {
  const { cascades, deadLetters, deliveries, doubts, outbox, suppressions } = platformStores();
  const measurements = postgresMeasurements(pool());
  return readable({ cascades, deadLetters, deliveries, doubts, measurements, outbox, suppressions });
}
