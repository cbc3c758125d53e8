import { postgresSessions } from "@org/integrations/sessions/postgres";
import { postgresSignInCodes } from "@org/integrations/sign-in-codes/postgres";
import { mohallaMartStores } from "@org/integrations/stores/mohallamart/postgres";
import { createPool } from "@org/integrations/stores/postgres";
import { tenOceanStores } from "@org/integrations/stores/ten-ocean/postgres";
import { env } from "./env.ts";
import { log } from "./log.ts";

declare global {
  // Next evaluates a module once per kind of route and again after an edit; the pool must stay one.
  var orgWebPool: ReturnType<typeof createPool> | undefined;
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

export function signInCodes() {
  return postgresSignInCodes(pool());
}

/** Throws when the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await pool().query("select 1");
}
