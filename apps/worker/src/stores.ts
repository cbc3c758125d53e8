import { checkDeployment, convexDeployment } from "@org/stores/convex/deployment";
import { createConvexReconciler } from "@org/stores/convex/reconciler";
import { createConvexRelay } from "@org/stores/convex/relay";
import type { EventTraces, Reconciler, Relay } from "@org/stores/outbox/port";
import { type AnyReconcilerOptions, createReconciler } from "@org/stores/outbox/reconciler";
import { type AnyRelayOptions, createRelay } from "@org/stores/outbox/relay";
import { postgresEventTraces } from "@org/stores/outbox/traces";
import { convexEventTraces } from "@org/stores/outbox/traces.convex";
import { reconcilerOfBoth, relayOfBoth, tracesOfBoth } from "@org/stores/platform-stores/both/background";
import { convexPlatformStores } from "@org/stores/platform-stores/convex";
import type { PlatformStores } from "@org/stores/platform-stores/port";
import { postgresPlatformStores } from "@org/stores/platform-stores/postgres";
import type { Pool } from "@org/stores/postgres";
import { env } from "./env.ts";
import { log } from "./log.ts";

/** What is kept, and what goes on beside it: each database has its own outbox. */
interface WorkerStores extends PlatformStores {
  traces: EventTraces;
  createRelay(options: AnyRelayOptions): Relay;
  createReconciler(options: AnyReconcilerOptions): Reconciler;
  /** Whether the marketplace's deployment answers and has functions that this code can call; absent in Postgres. */
  checkMarketplace?(): Promise<void>;
}

const secrets = { current: env.ORDER_LINK_SECRET, previous: env.ORDER_LINK_SECRET_PREVIOUS };

/** The one place of this app where the databases are chosen. */
export function createStores(pool: Pool, relayPool: Pool): WorkerStores {
  return env.MARKETPLACE_STORE === "convex" ? inConvex(pool, relayPool) : inPostgres(pool, relayPool);
}

function inPostgres(pool: Pool, relayPool: Pool): WorkerStores {
  return {
    ...postgresPlatformStores(pool, secrets),
    traces: postgresEventTraces(pool, { log }),
    createRelay: (options) => createRelay({ pool: relayPool, ...options }),
    createReconciler: (options) => createReconciler({ pool, ...options }),
  };
}

/** `marketplaceStoreFaults` has refused a start without them. */
function convexSettings(): { url: string; serviceKey: string } {
  return { url: env.CONVEX_URL ?? "", serviceKey: env.CONVEX_SERVICE_KEY ?? "" };
}

function inConvex(pool: Pool, relayPool: Pool): WorkerStores {
  const deployment = convexDeployment(convexSettings());
  const others = inPostgres(pool, relayPool);
  return {
    ...convexPlatformStores({ pool, deployment, secrets }),
    traces: tracesOfBoth(convexEventTraces(deployment, { log }), others.traces),
    createRelay: (options) =>
      relayOfBoth(createConvexRelay({ deployment, ...options }), others.createRelay(options)),
    createReconciler: (options) =>
      reconcilerOfBoth(createConvexReconciler({ deployment, ...options }), others.createReconciler(options)),
    checkMarketplace: () => checkDeployment(deployment),
  };
}
