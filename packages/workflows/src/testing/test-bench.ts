import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "@org/local-engine/vitest";
import { folderArchive } from "@org/integrations/archive/folder";
import { folderPictures } from "@org/integrations/pictures/folder";
import { type PushContext, pushIdOf } from "@org/integrations/push/port";
import { typesenseSearch } from "@org/integrations/search/typesense";
import { createTestEngine } from "@org/local-engine/test";
import { startEmulators, subscribeDevice } from "@org/local-stack";
import { demoProducts } from "@org/stores/demo-data/mohallamart";
import type { NewProduct } from "@org/stores/mohallamart/port";
import { type ProductDocument, productIndex } from "@org/stores/mohallamart/products/search-index";
import { inject, onTestFinished } from "vitest";
import { expectedTraces } from "../expected-traces.ts";
import { type AppOptions, benchApps } from "./bench-apps.ts";
import { silent, vendorPorts } from "./bench-vendors.ts";
import { cleanDatabase } from "./clean-database.ts";
import { settling } from "./settle.ts";
import { inConvex } from "./stores-in-convex.ts";
import { inPostgres } from "./stores-in-postgres.ts";

export type TestBench = Awaited<ReturnType<typeof startTestBench>>;

export interface TestBenchOptions extends AppOptions {
  /** Whether the vendors' rate limits apply, in virtual time. Default: false. */
  rateLimits?: boolean;
  /** Handlers that run at the same time; 1 unless given, which makes the order of effects repeatable. */
  maxConcurrentCalls?: number;
  /** When the test begins; default 2026-11-02T04:30:00Z. */
  startTime?: string;
  /** Where the marketplace is. Default: what the project of tests says. */
  marketplaceStore?: "postgres" | "convex";
}

const defaultStart = "2026-11-02T04:30:00Z";

/**
 * All apps on the test engine's virtual clock, with what they have in production: Postgres and the vendors' real
 * clients, here talking to the emulators. The demo data is there, and its products are found. Ends with the test, or
 * with `close`.
 */
export async function startTestBench({
  rateLimits = false,
  maxConcurrentCalls = 1,
  startTime = defaultStart,
  marketplaceStore = inject("marketplaceStore"),
  ...options
}: TestBenchOptions = {}) {
  const cleanUps: (() => Promise<unknown>)[] = [];
  async function close(): Promise<void> {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  }
  onTestFinished(close);
  const { pool, release } = await cleanDatabase();
  cleanUps.push(async () => release());
  let time = new Date(startTime).getTime();
  const vendors = await startEmulators({
    rateLimits,
    now: () => time,
    // Days pass in no time here: a test says when a bank has the money.
    refundsTake: Number.POSITIVE_INFINITY,
  });
  cleanUps.push(() => vendors.stop());

  const stores = marketplaceStore === "convex" ? await inConvex(pool) : inPostgres(pool);
  cleanUps.push(async () => stores.stop());
  const { deadLetters, doubts, orderLinks, registrationLinks, sessions, suppressions, traces } = stores;
  cleanUps.push(() => traces.close());
  const ports = vendorPorts(vendors);
  const search = typesenseSearch({ index: productIndex, ...vendors.typesense });
  await search.create();
  const archiveFolder = await mkdtemp(join(tmpdir(), "test-archive-"));
  cleanUps.push(() => rm(archiveFolder, { recursive: true, force: true }));
  const archive = folderArchive({ folder: archiveFolder });
  const picturesFolder = await mkdtemp(join(tmpdir(), "test-pictures-"));
  cleanUps.push(() => rm(picturesFolder, { recursive: true, force: true }));
  const pictures = folderPictures({ folder: picturesFolder });
  await search.import(toDocuments(demoProducts));

  const { apps, client, functionIds, served } = benchApps({
    ...options,
    ...{ pool, stores, vendors, ports, search, archive, pictures },
    now: () => new Date(time),
  });
  const engine = createTestEngine({
    now: startTime,
    onTimeChange: (now) => {
      time = now.getTime();
    },
    maxConcurrentCalls,
    apps,
  });
  cleanUps.push(() => engine.close());
  // The functions are registered now, before the relay sends the first event.
  await engine.runUntilIdle();

  const relay = stores.createRelay({ client: client(), log: silent });
  const expected = expectedTraces(served);
  const reconciler = stores.createReconciler({ client: client(), expected, log: silent });

  /** As if a look were due. */
  async function reconcile(): Promise<number> {
    await traces.flush();
    await stores.makeLooksDue();
    return reconciler.reconcile();
  }
  cleanUps.push(() => relay.stop());
  await relay.start();

  const { runDue, settle } = settling(engine, async () => (await stores.outbox.state()).pending);

  return {
    mohallaMart: stores.mohallaMart,
    tenOcean: stores.tenOcean,
    ...ports,
    deadLetters,
    doubts,
    suppressions,
    orderLinks,
    registrationLinks,
    products: demoProducts,
    archive,
    pictures,
    pool,
    engine,
    functionIds,
    search,
    sessions,
    rows: stores.rows,
    vendors,
    subscribeDevice: (userId: string, product: PushContext["product"] = "mohallamart") =>
      subscribeDevice(vendors.onesignal, pushIdOf(product, userId)),
    reconcile,
    served,
    runDue,
    settle,
    close,
  };
}

function toDocuments(products: readonly NewProduct[]): ProductDocument[] {
  return products.map(({ productId: id, unit: _, stock: available, ...product }) => ({
    id,
    available,
    ...product,
  }));
}
