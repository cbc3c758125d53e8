import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "@org/local-engine/vitest";
import type { EventClient, EventToSend } from "@org/events";
import { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import { folderArchive } from "@org/integrations/archive/folder";
import { resendEmail } from "@org/integrations/email/resend";
import { folderPictures } from "@org/integrations/pictures/folder";
import { typesenseSearch } from "@org/integrations/search/typesense";
import { createTestEngine } from "@org/local-engine/test";
import { startEmulators, subscribeDevice } from "@org/local-stack";
import { demoProducts } from "@org/stores/demo-data/mohallamart";
import { smsOncePerKey } from "@org/stores/ledger/sms-once-per-key";
import { postgresMeasurements } from "@org/stores/measurements/postgres";
import type { NewProduct } from "@org/stores/mohallamart/port";
import { type ProductDocument, productIndex } from "@org/stores/mohallamart/products/search-index";
import type { ProductRecords } from "@org/stores/platform-stores/port";
import type { ExpiredSessions } from "@org/stores/sessions/port";
import { emailUnlessSuppressed, smsUnlessSuppressed } from "@org/stores/suppressions/unless-suppressed";
import type { InngestFunction } from "inngest";
import { onTestFinished, vi } from "vitest";
import { expectedTraces, type ServedFunctions } from "../expected-traces.ts";
import { mohallaMartInngest } from "../mohallamart/client.ts";
import { type MohallaMartPorts, mohallaMartFunctions } from "../mohallamart/index.ts";
import { operationsInngest } from "../operations/client.ts";
import { operationsFunctions } from "../operations/index.ts";
import { tenOceanInngest } from "../ten-ocean/client.ts";
import { tenOceanFunctions } from "../ten-ocean/index.ts";
import { benchStores } from "./bench-stores.ts";
import { alertsTo, silent, smsThrough, vendorPorts } from "./bench-vendors.ts";
import { cleanDatabase } from "./clean-database.ts";
import { forgetting } from "./forgetful-engine.ts";
import { testTemplates } from "./notification-templates.tsx";

export type TestBench = Awaited<ReturnType<typeof startTestBench>>;

type OwnSource = "web" | "registrations" | "applications";

export interface TestBenchOptions {
  /** Whether the vendors' rate limits apply, in virtual time. Default: false. */
  rateLimits?: boolean;
  /** Texts to India go by MSG91's registered templates first; all go by Twilio otherwise. */
  indiaByMsg91?: boolean;
  /** Handlers that run at the same time; 1 unless given, which makes the order of effects repeatable. */
  maxConcurrentCalls?: number;
  /** Where sessions and the like are kept, given the apps' own; only those unless given. */
  sessionSources?: (own: Record<OwnSource, ExpiredSessions>) => MohallaMartPorts["sessionSources"];
  /** When the test begins; default 2026-11-02T04:30:00Z. */
  startTime?: string;
  /** Of the workflows that a schedule starts, only these are served. Default: all. */
  schedulesOf?: readonly string[];
  /** Events that the engine accepts and forgets at once, whoever sends them. Default: none. */
  loses?: (event: EventToSend) => boolean;
}

const keyOf = ({ data }: { data?: unknown }): unknown => Object(data).key;

/** The functions that collect the messages that others ask for, by what asks for them. */
const senders = {
  [notificationEmailRequested.event]: ["deliver-email", "deliver-bulk-email"],
  [notificationPushRequested.event]: ["deliver-push", "deliver-bulk-push"],
  [notificationSmsRequested.event]: ["deliver-sms", "deliver-bulk-sms"],
};

const defaultStart = "2026-11-02T04:30:00Z";

/**
 * All apps on the test engine's virtual clock, with what they have in production: Postgres and the vendors' real
 * clients, here talking to the emulators. The demo data is there, and its products are found. Ends with the test, or
 * with `close`.
 */
export async function startTestBench({
  rateLimits = false,
  indiaByMsg91 = false,
  maxConcurrentCalls = 1,
  sessionSources = (own) => own,
  startTime = defaultStart,
  schedulesOf,
  loses = () => false,
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

  const stores = await benchStores(pool);
  cleanUps.push(async () => stores.stop());
  const { deadLetters, doubts, marketplaceRecords, orderLinks, records, registrationLinks } = stores;
  const { sessions, suppressions, traces } = stores;
  const emailFrom = (from: string) =>
    emailUnlessSuppressed(
      resendEmail({ apiKey: vendors.resend.apiKey, from, baseUrl: vendors.resend.url }),
      suppressions,
    );
  cleanUps.push(() => traces.close());
  const own = ({ stepFailures, sentEvents }: ProductRecords) => ({
    ...{ logger: silent, traces },
    ...{ stepFailures, sentEvents },
  });
  const ports = vendorPorts(vendors);
  const alerts = alertsTo(vendors, emailFrom("Alerts <alerts@mohallamart.example>"), records.ledger);
  const search = typesenseSearch({ index: productIndex, ...vendors.typesense });
  await search.create();
  const archiveFolder = await mkdtemp(join(tmpdir(), "test-archive-"));
  cleanUps.push(() => rm(archiveFolder, { recursive: true, force: true }));
  const archive = folderArchive({ folder: archiveFolder });
  const picturesFolder = await mkdtemp(join(tmpdir(), "test-pictures-"));
  cleanUps.push(() => rm(picturesFolder, { recursive: true, force: true }));
  const pictures = folderPictures({ folder: picturesFolder });
  await search.import(toDocuments(demoProducts));

  let client: EventClient | undefined;
  const functionIds = new Set<string>();
  const served: ServedFunctions[] = [];
  const engine = createTestEngine({
    now: startTime,
    onTimeChange: (now) => {
      time = now.getTime();
    },
    maxConcurrentCalls,
    apps: [
      (options) => {
        const inngest = mohallaMartInngest({ ...forgetting(options, loses), ...own(marketplaceRecords) });
        client = inngest;
        const all = mohallaMartFunctions({
          ...stores.mohallaMart,
          inngest,
          ...ports,
          email: emailFrom("MohallaMart <orders@mohallamart.example>"),
          sms: smsUnlessSuppressed(
            smsOncePerKey(smsThrough(vendors, indiaByMsg91), marketplaceRecords.ledger),
            suppressions,
          ),
          search,
          sessions,
          sessionSources: sessionSources({
            web: sessions,
            registrations: stores.tenOcean.registrations,
            applications: stores.mohallaMart.receivedApplications,
          }),
          oldLogs: stores.oldLogs,
          archive,
          pictures,
          alerts,
          deadLetters,
          orderLinks,
          brand: { textLanguages: ["hi-IN", "kn-IN"] },
          webUrl: "https://mohallamart.test",
          now: () => new Date(time),
        });
        const functions = all.filter((workflow) => isServed(workflow, schedulesOf));
        for (const workflow of functions) functionIds.add(workflow.id());
        served.push({ client: inngest, functions });
        return { client: inngest, functions };
      },
      (options) => {
        const inngest = tenOceanInngest({ ...forgetting(options, loses), ...own(records) });
        const all = tenOceanFunctions({
          ...stores.tenOcean,
          inngest,
          email: emailFrom("10 Ocean Tenant Association <office@10ocean.example>"),
          push: ports.push,
          templates: testTemplates,
          sessions,
          deadLetters,
          registrationLinks,
          portalUrl: "https://10ocean.test",
        });
        const functions = all.filter((workflow) => isServed(workflow, schedulesOf));
        for (const workflow of functions) functionIds.add(workflow.id());
        served.push({ client: inngest, functions });
        return { client: inngest, functions };
      },
      (options) => {
        const inngest = operationsInngest({ ...forgetting(options, loses), ...own(records) });
        const all = operationsFunctions({
          inngest,
          apps: ["mohallamart", "ten-ocean-tenant-assc"],
          deadLetters,
          doubts,
          measurements: postgresMeasurements(pool),
          outbox: stores.outbox,
          suppressions,
          alerts,
          webUrl: "https://mohallamart.test",
        });
        const functions = all.filter((workflow) => isServed(workflow, schedulesOf));
        for (const workflow of functions) functionIds.add(workflow.id());
        served.push({ client: inngest, functions });
        return { client: inngest, functions };
      },
    ],
  });
  cleanUps.push(() => engine.close());
  // The functions are registered now, before the relay sends the first event.
  await engine.runUntilIdle();

  if (!client) throw new Error("The test engine did not create its apps.");
  const relay = stores.createRelay({ client, log: silent });
  const reconciler = stores.createReconciler({ client, expected: expectedTraces(served), log: silent });

  /** As if a look were due. */
  async function reconcile(): Promise<number> {
    await traces.flush();
    await stores.makeLooksDue();
    return reconciler.reconcile();
  }
  cleanUps.push(() => relay.stop());
  await relay.start();

  const pending = async () => (await stores.outbox.state()).pending;

  /** Waits until the outbox is empty and everything that is due has run, also what that emitted in turn. */
  async function runDue(): Promise<void> {
    let before: number;
    do {
      await vi.waitUntil(async () => (await pending()) === 0, { timeout: 10_000, interval: 5 });
      before = engine.events().length;
      await engine.runUntilIdle();
      // The relay works beside this loop: an event that it delivered meanwhile has runs of its own.
    } while ((await pending()) > 0 || engine.events().length > before);
  }

  /** Whether a message was asked for that no sender has taken: they collect for a second or two, and take turns. */
  function isMessageWaiting(): boolean {
    return Object.entries(senders).some(([name, functionIds]) => {
      const asked = engine.events({ name });
      if (asked.length === 0) return false;
      const runs = functionIds.flatMap((functionId) => engine.runs({ functionId }));
      const taken = new Set(
        runs.filter(({ status }) => status !== "Queued").flatMap(({ events }) => events.map(keyOf)),
      );
      return asked.some((event) => !taken.has(keyOf(event)));
    });
  }

  /** Waits until everything that is due has run, and the messages that it asked for are with their senders. */
  async function settle(): Promise<void> {
    await runDue();
    for (let second = 0; second < 60 && isMessageWaiting(); second += 1) {
      await engine.advance("1s");
      await runDue();
    }
  }

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
    /** How many rows of what is cleaned up are left. */
    left: stores.left,
    removeShopkeepers: stores.removeShopkeepers,
    vendors,
    subscribeDevice: (userId: string) => subscribeDevice(vendors.onesignal, userId),
    reconcile,
    served,
    runDue,
    settle,
    close,
  };
}

function isServed(workflow: InngestFunction.Any, schedulesOf: readonly string[] | undefined): boolean {
  const triggers: readonly object[] = workflow.opts.triggers ?? [];
  const hasSchedule = triggers.some((trigger) => "cron" in trigger);
  return !hasSchedule || schedulesOf === undefined || schedulesOf.includes(workflow.id());
}

function toDocuments(products: readonly NewProduct[]): ProductDocument[] {
  return products.map(({ productId: id, unit: _, stock: available, ...product }) => ({
    id,
    available,
    ...product,
  }));
}
