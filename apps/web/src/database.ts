import { convexChanges } from "@org/stores/changes/convex";
import type { ChangeListener } from "@org/stores/changes/port";
import { postgresChanges } from "@org/stores/changes/postgres";
import { type ConvexDeployment, checkDeployment, convexDeployment } from "@org/stores/convex/deployment";
import type { DatabaseUse } from "@org/stores/database-uses";
import type { HealthProbe } from "@org/stores/health/port";
import { postgresHealth } from "@org/stores/health/postgres";
import type { Measuring } from "@org/stores/measurements/port";
import { postgresMeasuring } from "@org/stores/measurements/postgres";
import { changesOfBoth } from "@org/stores/platform-stores/both/background";
import { convexPlatformStores } from "@org/stores/platform-stores/convex";
import type { PlatformStores } from "@org/stores/platform-stores/port";
import { postgresPlatformStores } from "@org/stores/platform-stores/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { env } from "./env.ts";
import { log } from "./log.ts";

declare global {
  // Next evaluates a module once per kind of route and again after an edit; the pools must stay one each.
  var orgWebPools: Map<DatabaseUse, Pool> | undefined;
  var orgWebHealth: HealthProbe | undefined;
  var orgWebChanges: ChangeListener | undefined;
  var orgWebDeployment: ConvexDeployment | undefined;
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
  globalThis.orgWebChanges ??= createChanges();
  return globalThis.orgWebChanges;
}

function createChanges(): ChangeListener {
  const postgres = postgresChanges({ databaseUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL, log });
  const marketplace = deployment();
  return marketplace ? changesOfBoth(convexChanges(marketplace, { log }), postgres) : postgres;
}

/** What both products keep: the one place of this app where the databases are chosen. */
export function platformStores(use: "page" | "command" = "page"): PlatformStores {
  const known = storesOf.get(use);
  if (known) return known;
  const created = createPlatformStores(use);
  storesOf.set(use, created);
  return created;
}

/** By whose connections they use. Of each copy of this module, so that an edit of a store is seen. */
const storesOf = new Map<"page" | "command", PlatformStores>();

function createPlatformStores(use: "page" | "command"): PlatformStores {
  const marketplace = deployment();
  return marketplace
    ? convexPlatformStores({ pool: pool(use), deployment: marketplace, secrets: linkSecrets() })
    : postgresPlatformStores(pool(use), linkSecrets());
}

/** Where the marketplace is when it is in Convex. */
function deployment(): ConvexDeployment | undefined {
  if (env.MARKETPLACE_STORE !== "convex") return undefined;
  // `marketplaceStoreFaults` has refused a start without them.
  const { CONVEX_URL: url = "", CONVEX_SERVICE_KEY: serviceKey = "" } = env;
  globalThis.orgWebDeployment ??= convexDeployment({ url, serviceKey });
  return globalThis.orgWebDeployment;
}

/** Whether the marketplace's deployment answers and has functions that this code can call; absent in Postgres. */
export function marketplaceCheck(): (() => Promise<void>) | undefined {
  const marketplace = deployment();
  return marketplace && (() => checkDeployment(marketplace));
}

function linkSecrets() {
  return { current: env.ORDER_LINK_SECRET, previous: env.ORDER_LINK_SECRET_PREVIOUS };
}

function connection() {
  return { databaseUrl: env.DATABASE_URL, transactionPooler: env.DATABASE_POOLER === "transaction" };
}
