import { alerts } from "@org/integrations/alerts/capability";
import { alertsEverywhere } from "@org/integrations/alerts/everywhere";
import type { AlertSender } from "@org/integrations/alerts/port";
import { archive } from "@org/integrations/archive/capability";
import { cache } from "@org/integrations/cache/capability";
import { connect } from "@org/integrations/capability";
import { email } from "@org/integrations/email/capability";
import type { EmailSender } from "@org/integrations/email/port";
import { partners } from "@org/integrations/partners/capability";
import { paymentNotices } from "@org/integrations/payment-notices/capability";
import { payments } from "@org/integrations/payments/capability";
import { push } from "@org/integrations/push/capability";
import { search } from "@org/integrations/search/capability";
import { sms } from "@org/integrations/sms/capability";
import type { SmsSender } from "@org/integrations/sms/port";
import { routedSms } from "@org/integrations/sms/routed";
import { variablesOf } from "@org/integrations/variables";
import type { Emulators } from "@org/local-stack";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresDeliveryReports } from "@org/stores/delivery-reports/postgres";
import { postgresDoubts } from "@org/stores/doubts/postgres";
import { alertOncePerGroup } from "@org/stores/ledger/alert-once-per-group";
import { postgresLedger } from "@org/stores/ledger/postgres";
import { smsOncePerKey } from "@org/stores/ledger/sms-once-per-key";
import { postgresOldLogs } from "@org/stores/logs/postgres";
import { postgresMeasurements } from "@org/stores/measurements/postgres";
import { postgresOrderLinks } from "@org/stores/mohallamart/order-links/postgres";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { productIndex } from "@org/stores/mohallamart/products/search-index";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { mohallaMartPersonalData, tenOceanPersonalData } from "@org/stores/personal-data/postgres";
import type { Pool } from "@org/stores/postgres";
import { postgresSessions } from "@org/stores/sessions/postgres";
import { postgresSuppressions } from "@org/stores/suppressions/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { postgresRegistrationLinks } from "@org/stores/ten-ocean/registration-links/postgres";
import * as z from "zod";
import { silent } from "./silent.ts";

const capabilities = [
  ...[alerts, archive, cache, email, partners],
  ...[paymentNotices, payments, push, search, sms],
] as const;

export const webUrl = "https://city.test";

const linkSecrets = { current: "the city's own, and no secret of anybody's" };

export interface PortsOptions {
  pool: Pool;
  emulators: Emulators;
  archiveFolder: string;
  /** Stands between the workflows and a vendor, as a test that plants a defect does. */
  changed?: ChangedPorts | undefined;
}

export interface ChangedPorts {
  email?: (email: EmailSender) => EmailSender;
  sms?: (sms: SmsSender) => SmsSender;
}

export type CityPorts = Awaited<ReturnType<typeof createPorts>>;

/** The stores and vendors of the worker and the web app: the registries choose them from the emulators' environment. */
export async function createPorts({ pool, emulators, archiveFolder, changed }: PortsOptions) {
  // An empty variable is none, as in the apps.
  const given = Object.entries(emulators.environment).filter(([, value]) => value !== "");
  const environment = z.object(variablesOf(capabilities)).parse({
    ...Object.fromEntries(given),
    ARCHIVE_DIR: archiveFolder,
    ALERT_EMAILS: "operator@city.test",
  });
  const sender = await connect(email, environment);
  const emailOf = (product: "mohallamart" | "ten-ocean") => {
    const port = sender.create({ product });
    return changed?.email?.(port) ?? port;
  };
  const ledger = postgresLedger(pool);
  const alertSenders = (await connect(alerts, environment)).all.map(({ id, create }) =>
    alertOncePerGroup(create({ email: emailOf("mohallamart") }), { ledger, channel: id }),
  );
  const { close: closeCache, ...values } = (await connect(cache, environment)).create({});
  const text = await connect(sms, environment);
  const [india] = text.complements.map((complement) => complement.create({}));
  const elsewhere = text.create({});
  const texts = smsOncePerKey(india ? routedSms({ india, elsewhere, log: silent }) : elsewhere, ledger);
  const sessions = postgresSessions(pool);
  return {
    mohallaMart: mohallaMartStores(pool),
    tenOcean: tenOceanStores(pool),
    emailOf,
    sms: changed?.sms?.(texts) ?? texts,
    pushOf: (await connect(push, environment)).create,
    search: (await connect(search, environment)).create({}).open(productIndex),
    cache: values,
    payments: (await connect(payments, environment)).create({}),
    paymentNotices: (await connect(paymentNotices, environment)).create({}),
    partners: (await connect(partners, environment)).createIfConfigured({}) ?? {},
    archive: (await connect(archive, environment)).create({}),
    orderLinks: postgresOrderLinks(pool, linkSecrets),
    registrationLinks: postgresRegistrationLinks(pool, linkSecrets),
    sessions,
    deadLetters: postgresDeadLetters(pool),
    oldLogs: postgresOldLogs(pool),
    outbox: postgresOutbox(pool),
    deliveryReports: postgresDeliveryReports(pool),
    doubts: postgresDoubts(pool),
    measurements: postgresMeasurements(pool),
    suppressions: postgresSuppressions(pool),
    personalData: { mohallamart: mohallaMartPersonalData(pool), "ten-ocean": tenOceanPersonalData(pool) },
    alerts: alertsEverywhere(oneAfterAnother(alertSenders), silent),
    close: closeCache,
  };
}

/** Told at once, which one comes first would be for the network to decide. */
function oneAfterAnother(senders: readonly AlertSender[]): AlertSender[] {
  let earlier: Promise<unknown> = Promise.resolve();
  return senders.map((sender) => ({
    send(alert) {
      const sent = earlier.then(() => sender.send(alert));
      earlier = sent.catch(() => undefined);
      return sent;
    },
  }));
}
