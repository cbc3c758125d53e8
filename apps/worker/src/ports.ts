import { archive } from "@org/integrations/archive/capability";
import { cache } from "@org/integrations/cache/capability";
import { connect } from "@org/integrations/capability";
import { email } from "@org/integrations/email/capability";
import { partners } from "@org/integrations/partners/capability";
import { payments } from "@org/integrations/payments/capability";
import { pictures } from "@org/integrations/pictures/capability";
import { push } from "@org/integrations/push/capability";
import { search } from "@org/integrations/search/capability";
import { onVendorCall } from "@org/integrations/vendor-calls";
import { postgresHealth } from "@org/stores/health/postgres";
import { postgresMeasurements, postgresMeasuring } from "@org/stores/measurements/postgres";
import { productIndex } from "@org/stores/mohallamart/products/search-index";
import type { AnyReconcilerOptions } from "@org/stores/outbox/reconciler";
import type { ProductRecords } from "@org/stores/platform-stores/port";
import { createPool } from "@org/stores/postgres";
import type { ExpiredSessions } from "@org/stores/sessions/port";
import { supabaseSessions } from "@org/stores/sessions/supabase";
import { emailUnlessSuppressed, smsUnlessSuppressed } from "@org/stores/suppressions/unless-suppressed";
import { observeEach, observePort } from "@org/telemetry/observe";
import { createCipher } from "@org/workflows/encryption/cipher";
import { encryptedEvents } from "@org/workflows/encryption/encrypted-data";
import { type MohallaMartPorts, mohallaMartInngest } from "@org/workflows/mohallamart";
import { type OperationsPorts, operationsInngest } from "@org/workflows/operations";
import { alertTurns, pacedAlerts } from "@org/workflows/paced-alerts";
import { emailTurns, pacedEmail } from "@org/workflows/paced-email";
import { type TenOceanPorts, tenOceanInngest } from "@org/workflows/ten-ocean";
import { Inngest } from "inngest";
import { engineFetch } from "./engine-fetch.ts";
import { directDatabaseUrl, env } from "./env.ts";
import { log } from "./log.ts";
import { createStores } from "./stores.ts";
import { tracedClient } from "./telemetry/traced-client.ts";
import { createAlerts, createSms } from "./vendors.ts";

/** Every port of every app, with the store or the configured vendor behind it. */
export async function createPorts() {
  const database = {
    databaseUrl: env.DATABASE_URL,
    transactionPooler: env.DATABASE_POOLER === "transaction",
    log,
  };
  const pool = createPool({ ...database, use: "workflow" });
  // Pools of their own: handlers that wait for connections hold up neither the relay nor the sign of life.
  const relayPool = createPool({ databaseUrl: directDatabaseUrl(), use: "relay", log });
  const health = postgresHealth(database);
  const sender = await connect(email, env);
  const stores = createStores(pool, relayPool);
  const { deadLetters, doubts, outbox, records, sessions, suppressions, traces } = stores;
  const measuring = postgresMeasuring(pool, { log });
  const endVendorCalls = onVendorCall(({ port, vendor, outcome, duration }) =>
    measuring.saw({ kind: "call", owner: port, name: vendor, outcome, duration }),
  );
  const cipher = createCipher({
    key: env.INNGEST_ENCRYPTION_KEY,
    previous: env.INNGEST_ENCRYPTION_KEYS_PREVIOUS,
  });
  const own = ({ stepFailures, sentEvents }: ProductRecords) => ({
    ...{ cipher, logger: log, fetch: engineFetch, stepFailures, traces, sentEvents, measuring },
  });
  const supabase = env.SUPABASE_DB_URL ? createPool({ databaseUrl: env.SUPABASE_DB_URL, log }) : undefined;
  const sessionSources: Record<string, ExpiredSessions> = { web: sessions };
  if (supabase) sessionSources.supabase = await supabaseSessions(supabase);
  const { close: closeCache, ...values } = (await connect(cache, env)).create({});

  const limits = {
    email: env.RESEND_REQUESTS_PER_SECOND,
    sms: env.SMS_REQUESTS_PER_SECOND,
    push: env.ONESIGNAL_REQUESTS_PER_SECOND,
  };

  // Both products and the alerts send over one account.
  const turn = emailTurns(limits);

  const marketEmail = emailUnlessSuppressed(
    pacedEmail(observePort("email", sender.create({ product: "mohallamart" })), turn),
    suppressions,
  );
  const alerts = pacedAlerts(
    observePort("alerts", await createAlerts(marketEmail, records.ledger)),
    alertTurns(limits),
  );
  const notifier = await connect(push, env);
  const mohallaMart: MohallaMartPorts = {
    ...stores.mohallaMart,
    inngest: mohallaMartInngest(own(stores.marketplaceRecords)),
    email: marketEmail,
    alerts,
    sms: smsUnlessSuppressed(
      observePort("sms", await createSms(stores.marketplaceRecords.ledger)),
      suppressions,
    ),
    push: observed("push", notifier.createIfConfigured({ product: "mohallamart" })),
    search: observePort("search", (await connect(search, env)).create({}).open(productIndex)),
    cache: observePort("cache", values),
    payments: observed("payments", (await connect(payments, env)).createIfConfigured({})),
    partners: observeEach("partners", (await connect(partners, env)).createIfConfigured({}) ?? {}),
    sessions,
    sessionSources,
    deadLetters,
    orderLinks: stores.orderLinks,
    oldLogs: stores.oldLogs,
    archive: observePort("archive", (await connect(archive, env)).create({})),
    pictures: observed("pictures", (await connect(pictures, env)).createIfConfigured({})),
    webUrl: env.WEB_URL,
    brand: { textLanguages: env.SMS_LANGUAGES ?? [] },
    limits,
  };
  const tenOcean: TenOceanPorts = {
    ...stores.tenOcean,
    inngest: tenOceanInngest(own(records)),
    email: emailUnlessSuppressed(
      pacedEmail(observePort("email", sender.create({ product: "ten-ocean" })), turn),
      suppressions,
    ),
    push: observed("push", notifier.createIfConfigured({ product: "ten-ocean" })),
    sessions,
    deadLetters,
    registrationLinks: stores.registrationLinks,
    portalUrl: env.WEB_URL,
    limits,
  };
  sessionSources.registrations = tenOcean.registrations;
  sessionSources.applications = mohallaMart.receivedApplications;
  const operations: OperationsPorts = {
    inngest: operationsInngest(own(records)),
    apps: [mohallaMart.inngest.id, tenOcean.inngest.id],
    deadLetters,
    doubts,
    measurements: postgresMeasurements(pool),
    outbox,
    suppressions,
    alerts,
    webUrl: env.WEB_URL,
    limits,
  };
  // The relay sends what the emitters parsed already, so it uses a client that checks nothing again.
  const client = new Inngest({
    id: "outbox-relay",
    logger: log,
    fetch: engineFetch,
    middleware: [encryptedEvents(cipher)],
  });
  const relay = stores.createRelay({ client: tracedClient(client), log });
  const createOwnReconciler = (expected: AnyReconcilerOptions["expected"]) =>
    stores.createReconciler({ client, expected, log, lostAfter: env.EVENTS_LOST_AFTER_SECONDS * 1_000 });
  async function close(): Promise<void> {
    await relay.stop();
    endVendorCalls();
    await Promise.all([traces.close(), measuring.close()]);
    await Promise.all([pool.end(), relayPool.end(), health.close(), supabase?.end(), closeCache()]);
  }
  return {
    ...{ pool, health, stores, mohallaMart, tenOcean, operations, relay },
    /** @param expected what an event has to start, which the functions that are served say */
    createReconciler: createOwnReconciler,
    close,
  };
}

/** What is not configured is not observed. */
function observed<Port extends object>(name: string, port: Port | undefined): Port | undefined {
  return port && observePort(name, port);
}

export type Ports = Awaited<ReturnType<typeof createPorts>>;
