import { type LocalConvex, startConvex } from "@org/local-stack";
import { convexDeployment } from "@org/stores/convex/deployment";
import { createConvexReconciler } from "@org/stores/convex/reconciler";
import { createConvexRelay } from "@org/stores/convex/relay";
import { loadDemoData } from "@org/stores/demo-data/load-demo-data";
import { convexEventTraces } from "@org/stores/outbox/traces.convex";
import { reconcilerOfBoth, relayOfBoth, tracesOfBoth } from "@org/stores/platform-stores/both/background";
import { convexPlatformStores } from "@org/stores/platform-stores/convex";
import type { Pool } from "@org/stores/postgres";
import type { BenchRows, BenchStores } from "./bench-stores.ts";
import { silent } from "./bench-vendors.ts";
import { longAgo } from "./long-ago.ts";
import { inPostgres, linkSecrets as secrets } from "./stores-in-postgres.ts";

/** Longer than a reconciler waits for the traces of an event. */
const sixDays = 6 * 24 * 60 * 60_000;

/** The marketplace in a deployment of its own, everything else in the database. */
export async function inConvex(pool: Pool): Promise<BenchStores> {
  const convex = await startConvex();
  await addDocuments(convex, await demoDocuments(pool));
  const deployment = convexDeployment(convex);
  const others = inPostgres(pool);
  return {
    ...convexPlatformStores({ pool, deployment, secrets }),
    traces: tracesOfBoth(convexEventTraces(deployment, { log: silent }), others.traces),
    createRelay: (options) =>
      relayOfBoth(createConvexRelay({ deployment, ...options }), others.createRelay(options)),
    createReconciler: (options) =>
      reconcilerOfBoth(createConvexReconciler({ deployment, ...options }), others.createReconciler(options)),
    async makeLooksDue() {
      await others.makeLooksDue();
      const then = Date.now() - sixDays;
      await convex.run(async ({ db }) => {
        for (const { _id, lookFrom } of await db.query("outbox").collect())
          if (lookFrom !== undefined) await db.patch(_id, { lookFrom: then, acceptedAt: then });
      });
    },
    rows: documentsOf(convex, others.rows),
    stop: convex.stop,
  };
}

/** @param others of the database that has everything else */
function documentsOf(convex: LocalConvex, others: BenchRows): BenchRows {
  const count = (table: string) => convex.run(async ({ db }) => (await db.query(table).collect()).length);
  return {
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

    addCustomers(howMany) {
      const ids = numbered(howMany).map((n) => ({ n, userId: `user_n${n}` }));
      const channels = { email: true, sms: true, push: true };
      return addDocuments(convex, {
        users: ids.map(({ n, userId }) => ({
          ...{ userId, name: `Nr ${n}`, email: `n${n}@example.com` },
          ...{ createdAt: Date.now(), revision: 1 },
        })),
        preferences: ids.map(({ userId }) => ({ userId, language: "en-IN", channels })),
      });
    },

    addLogs(howMany) {
      const of = { subject: "ord_1", workflow: "send-order-confirmation", recipient: "customer" };
      const delivery = { ...of, channel: "email", status: "sent", asked: 0 };
      const viewed = { event: "page.viewed", sessionId: "s_1" };
      const cart = JSON.stringify({ page: "cart", seconds: 3 });
      const old = numbered(howMany).map((n) => ({ id: `old-${n}`, at: Date.parse(longAgo) + n * 60_000 }));
      return addDocuments(convex, {
        deliveries: [...old, { id: "new", at: Date.now() }].map(({ id, at }) => ({
          ...{ ...delivery, key: id, recordedAt: at },
        })),
        analyticsEvents: [
          ...old.map(({ id, at }) => ({ ...viewed, eventId: id, properties: cart, at })),
          { ...viewed, eventId: "new", properties: "{}", at: Date.now() },
        ],
      });
    },

    addUnusedSessions(howMany) {
      const farAway = Date.parse("2100-01-01T00:00:00Z");
      const session = { userId: "user_1", openedAt: Date.now(), expiresAt: farAway };
      return addDocuments(convex, {
        sessions: [
          ...numbered(howMany).map((n) => ({
            ...{ ...session, tokenHash: `old-${n}`, lastUsedAt: Date.parse(longAgo) },
          })),
          { ...session, tokenHash: "new", lastUsedAt: farAway },
        ],
      });
    },
  };
}

const numbered = (howMany: number) => Array.from({ length: howMany }, (_none, index) => index + 1);

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
