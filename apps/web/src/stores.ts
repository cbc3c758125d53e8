import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresDeliveries } from "@org/stores/deliveries/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool } from "@org/stores/postgres";
import { postgresSessions } from "@org/stores/sessions/postgres";
import { postgresSignInCodes } from "@org/stores/sign-in-codes/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { createEventBuffer, type EventBuffer } from "./analytics/event-buffer.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";

declare global {
  // Next evaluates a module once per kind of route and again after an edit; the pool must stay one.
  var orgWebPool: ReturnType<typeof createPool> | undefined;
  var orgWebVisitEvents: EventBuffer | undefined;
}

function pool() {
  globalThis.orgWebPool ??= createPool({ databaseUrl: env.DATABASE_URL, log });
  return globalThis.orgWebPool;
}

export function mohallaMart() {
  return mohallaMartStores(pool());
}

export function tenOcean() {
  return tenOceanStores(pool());
}

/** Where both products keep their people. */
export function people() {
  return { mohallaMart: mohallaMart(), tenOcean: tenOcean() };
}

/** Who is signed in. */
export function sessions() {
  return postgresSessions(pool());
}

/** What visitors do, on its way to the engine. */
export function visitEvents(): EventBuffer {
  globalThis.orgWebVisitEvents ??= createEventBuffer({
    send: (events) => postgresOutbox(pool()).send(events),
  });
  return globalThis.orgWebVisitEvents;
}

export function signInCodes() {
  return postgresSignInCodes(pool());
}

/** What the operations console looks after, for both products. */
export function operations() {
  return {
    deadLetters: postgresDeadLetters(pool()),
    deliveries: postgresDeliveries(pool()),
    outbox: postgresOutbox(pool()),
  };
}

/** Throws when the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await pool().query("select 1");
}
