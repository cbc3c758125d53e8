import { type LocalConvex, startConvex } from "@org/local-stack";
import { convexDeployment } from "@org/stores/convex/deployment";
import { createConvexReconciler } from "@org/stores/convex/reconciler";
import { createConvexRelay } from "@org/stores/convex/relay";
import { loadDemoData } from "@org/stores/demo-data/load-demo-data";
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
import { inject } from "vitest";
import { silent } from "./bench-vendors.ts";

/** The apps' stores with the demo data, what goes on beside them, and what only tests do with them. */
export interface BenchStores extends PlatformStores {
  traces: EventTraces;
  createRelay(options: AnyRelayOptions): Relay;
  createReconciler(options: AnyReconcilerOptions): Reconciler;
  /** As if a look for lost events were due: looks reckon by the database's clock, which is not the engine's. */
  makeLooksDue(): Promise<void>;
  /** How many rows of what is cleaned up are left. */
  left(): Promise<{ sessions: number; deliveries: number }>;
  removeShopkeepers(): Promise<void>;
  stop(): void;
}

const secrets = { current: "the test bench's own secret of its order links" };
/** Longer than a reconciler waits for the traces of an event. */
const longAgo = 6 * 24 * 60 * 60_000;

/** The project says where the marketplace is. @param pool of a database with the demo data */
export async function benchStores(pool: Pool): Promise<BenchStores> {
  return inject("marketplaceStore") === "convex" ? inConvex(pool) : inPostgres(pool);
}

function inPostgres(pool: Pool): BenchStores {
  return {
    ...postgresPlatformStores(pool, secrets),
    traces: postgresEventTraces(pool, { log: silent }),
    createRelay: (options) => createRelay({ pool, ...options }),
    createReconciler: (options) => createReconciler({ pool, ...options }),
    async makeLooksDue() {
      await pool.query(`update platform.outbox set look_at = null,
        accepted_at = least(accepted_at, now() - interval '6 days')`);
    },
    async left() {
      const { rows } = await pool.query(
        `select (select count(*)::int from platform.sessions) as sessions,
          (select count(*)::int from platform.deliveries) as deliveries`,
      );
      return rows[0];
    },
    async removeShopkeepers() {
      await pool.query("delete from mohallamart.shopkeepers");
    },
    stop: () => undefined,
  };
}

async function inConvex(pool: Pool): Promise<BenchStores> {
  const convex = await startConvex();
  await addDocuments(convex, await demoDocuments(pool));
  const deployment = convexDeployment(convex);
  const others = inPostgres(pool);
  const count = (table: string) => convex.run(async ({ db }) => (await db.query(table).collect()).length);
  return {
    ...convexPlatformStores({ pool, deployment, secrets }),
    traces: tracesOfBoth(convexEventTraces(deployment, { log: silent }), others.traces),
    createRelay: (options) =>
      relayOfBoth(createConvexRelay({ deployment, ...options }), others.createRelay(options)),
    createReconciler: (options) =>
      reconcilerOfBoth(createConvexReconciler({ deployment, ...options }), others.createReconciler(options)),
    async makeLooksDue() {
      await others.makeLooksDue();
      await convex.run(async ({ db }) => {
        for (const { _id, lookFrom } of await db.query("outbox").collect())
          if (lookFrom !== undefined) await db.patch(_id, agedBy(longAgo));
      });
    },
    async left() {
      const { sessions, deliveries } = await others.left();
      return {
        sessions: sessions + (await count("sessions")),
        deliveries: deliveries + (await count("deliveries")),
      };
    },
    removeShopkeepers: () =>
      convex.run(async ({ db }) => {
        for (const { _id } of await db.query("shopkeepers").collect()) await db.delete(_id);
      }),
    stop: convex.stop,
  };
}

function agedBy(milliseconds: number) {
  const then = Date.now() - milliseconds;
  return { lookFrom: then, acceptedAt: then };
}

type Documents = Readonly<Record<string, readonly Record<string, unknown>[]>>;

let demo: Promise<Documents> | undefined;

/** The demo data's documents by table, made by the stores once for all benches of this worker. */
function demoDocuments(pool: Pool): Promise<Documents> {
  demo ??= makeDemoDocuments(pool);
  return demo;
}

async function makeDemoDocuments(pool: Pool): Promise<Documents> {
  const convex = await startConvex();
  await loadDemoData(convexPlatformStores({ pool, deployment: convexDeployment(convex), secrets }));
  const documents = await convex.run(async ({ db }) => {
    const found: Record<string, Record<string, unknown>[]> = {};
    for (const table of convex.tables)
      found[table] = (await db.query(table).collect()).map(({ _id, _creationTime, ...values }) => values);
    return found;
  });
  convex.stop();
  return documents;
}

async function addDocuments({ run }: LocalConvex, documents: Documents): Promise<void> {
  await run(async ({ db }) => {
    for (const [table, values] of Object.entries(documents))
      for (const each of values) await db.insert(table, each);
  });
}
