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
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresDoubts } from "@org/stores/doubts/postgres";
import { postgresHealth } from "@org/stores/health/postgres";
import { postgresLedger } from "@org/stores/ledger/postgres";
import { postgresOldLogs } from "@org/stores/logs/postgres";
import { postgresMeasurements, postgresMeasuring } from "@org/stores/measurements/postgres";
import { postgresOrderLinks } from "@org/stores/mohallamart/order-links/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { productIndex } from "@org/stores/mohallamart/products/search-index";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createReconciler, type ReconcilerOptions } from "@org/stores/outbox/reconciler";
import { createRelay } from "@org/stores/outbox/relay";
import { postgresSentEvents } from "@org/stores/outbox/sent-events";
import { postgresEventTraces } from "@org/stores/outbox/traces";
import { createPool } from "@org/stores/postgres";
import type { ExpiredSessions } from "@org/stores/sessions/port";
import { postgresSessions } from "@org/stores/sessions/postgres";
import { supabaseSessions } from "@org/stores/sessions/supabase";
import { postgresStepFailures } from "@org/stores/step-failures/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { emailUnlessSuppressed, smsUnlessSuppressed } from "@org/stores/suppressions/unless-suppressed";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { postgresRegistrationLinks } from "@org/stores/ten-ocean/registration-links/postgres";
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
  const ledger = postgresLedger(pool);
  const suppressions = postgresSuppressions(pool);
  const sessions = postgresSessions(pool);
  const deadLetters = postgresDeadLetters(pool);
  const traces = postgresEventTraces(pool, { log });
  const measuring = postgresMeasuring(pool, { log });
  const endVendorCalls = onVendorCall(({ port, vendor, outcome, duration }) =>
    measuring.saw({ kind: "call", owner: port, name: vendor, outcome, duration }),
  );
  const cipher = createCipher({
    key: env.INNGEST_ENCRYPTION_KEY,
    previous: env.INNGEST_ENCRYPTION_KEYS_PREVIOUS,
  });
  const own = {
    cipher,
    logger: log,
    fetch: engineFetch,
    stepFailures: postgresStepFailures(pool),
    traces,
    sentEvents: postgresSentEvents(pool),
    measuring,
  };
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
    observePort("alerts", await createAlerts(marketEmail, ledger)),
    alertTurns(limits),
  );
  const notifier = observed("push", (await connect(push, env)).createIfConfigured({}));
  const linkSecrets = { current: env.ORDER_LINK_SECRET, previous: env.ORDER_LINK_SECRET_PREVIOUS };
  const mohallaMart: MohallaMartPorts = {
    ...mohallaMartStores(pool),
    inngest: mohallaMartInngest(own),
    email: marketEmail,
    alerts,
    sms: smsUnlessSuppressed(observePort("sms", await createSms(ledger)), suppressions),
    push: notifier,
    search: observePort("search", (await connect(search, env)).create({}).open(productIndex)),
    cache: observePort("cache", values),
    payments: observed("payments", (await connect(payments, env)).createIfConfigured({})),
    partners: observeEach("partners", (await connect(partners, env)).createIfConfigured({}) ?? {}),
    sessions,
    sessionSources,
    deadLetters,
    orderLinks: postgresOrderLinks(pool, linkSecrets),
    oldLogs: postgresOldLogs(pool),
    archive: observePort("archive", (await connect(archive, env)).create({})),
    pictures: observed("pictures", (await connect(pictures, env)).createIfConfigured({})),
    webUrl: env.WEB_URL,
    brand: { textLanguages: env.SMS_LANGUAGES ?? [] },
    limits,
  };
  const tenOcean: TenOceanPorts = {
    ...tenOceanStores(pool),
    inngest: tenOceanInngest(own),
    email: emailUnlessSuppressed(
      pacedEmail(observePort("email", sender.create({ product: "ten-ocean" })), turn),
      suppressions,
    ),
    push: notifier,
    sessions,
    deadLetters,
    registrationLinks: postgresRegistrationLinks(pool, linkSecrets),
    portalUrl: env.WEB_URL,
    limits,
  };
  sessionSources.registrations = tenOcean.registrations;
  sessionSources.applications = mohallaMart.receivedApplications;
  const operations: OperationsPorts = {
    inngest: operationsInngest(own),
    apps: [mohallaMart.inngest.id, tenOcean.inngest.id],
    deadLetters,
    doubts: postgresDoubts(pool),
    measurements: postgresMeasurements(pool),
    outbox: postgresOutbox(pool),
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
  const relay = createRelay({ pool: relayPool, client: tracedClient(client), log });
  const createOwnReconciler = (expected: ReconcilerOptions["expected"]) =>
    createReconciler({ pool, client, expected, log, lostAfter: env.EVENTS_LOST_AFTER_SECONDS * 1_000 });
  async function close(): Promise<void> {
    await relay.stop();
    endVendorCalls();
    await Promise.all([traces.close(), measuring.close()]);
    await Promise.all([pool.end(), relayPool.end(), health.close(), supabase?.end(), closeCache()]);
  }
  return {
    ...{ pool, health, mohallaMart, tenOcean, operations, relay },
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
