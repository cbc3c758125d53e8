import type { ChangeListener } from "@org/stores/changes/port";
import { postgresChanges } from "@org/stores/changes/postgres";
import type { DatabaseUse } from "@org/stores/database-uses";
import type { HealthProbe } from "@org/stores/health/port";
import { postgresHealth } from "@org/stores/health/postgres";
import type { Measuring } from "@org/stores/measurements/port";
import { postgresMeasuring } from "@org/stores/measurements/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { env } from "./env.ts";
import { log } from "./log.ts";

declare global {
  // Next evaluates a module once per kind of route and again after an edit; the pools must stay one each.
  var orgWebPools: Map<DatabaseUse, Pool> | undefined;
  var orgWebHealth: HealthProbe | undefined;
  var orgWebChanges: ChangeListener | undefined;
}

/**
 * What the stores and the commands are given, and nothing else. Commands have connections of their own: those who wait for
 * a row take none from the pages.
 */
export function pool(use: "page" | "command" = "page"): Pool {
  globalThis.orgWebPools ??= new Map();
  const known = globalThis.orgWebPools.get(use);
  if (known) return known;
  const created = createPool({ ...connection(), use, log });
  globalThis.orgWebPools.set(use, created);
  return created;
}

/** How the database does, whatever the pools do. */
export function health(): HealthProbe {
  globalThis.orgWebHealth ??= postgresHealth({ ...connection(), log });
  return globalThis.orgWebHealth;
}

/** Where it is counted how vendors answer. */
export function measuring(): Pick<Measuring, "saw"> {
  return postgresMeasuring(pool("command"), { log });
}

/** What changes, over one connection for all who follow something. */
export function changes(): ChangeListener {
  globalThis.orgWebChanges ??= postgresChanges({
    databaseUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    log,
  });
  return globalThis.orgWebChanges;
}

function connection() {
  return { databaseUrl: env.DATABASE_URL, transactionPooler: env.DATABASE_POOLER === "transaction" };
}
