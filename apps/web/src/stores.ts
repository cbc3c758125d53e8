import { postgresDeadLetters } from "@org/integrations/dead-letters/postgres";
import { postgresDeliveries } from "@org/integrations/deliveries/postgres";
import { postgresOutbox } from "@org/integrations/outbox/postgres";
import { postgresSessions } from "@org/integrations/sessions/postgres";
import { postgresSignInCodes } from "@org/integrations/sign-in-codes/postgres";
import { mohallaMartStores } from "@org/integrations/stores/mohallamart/postgres";
import { createPool } from "@org/integrations/stores/postgres";
import { tenOceanStores } from "@org/integrations/stores/ten-ocean/postgres";
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
