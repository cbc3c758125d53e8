import { resendEmail } from "@org/integrations/email/resend";
import { postgresLedger } from "@org/integrations/ledger/postgres";
import { createRelay } from "@org/integrations/outbox/relay";
import { productIndex } from "@org/integrations/search/products";
import { typesenseSearch } from "@org/integrations/search/typesense";
import { smsOncePerKey } from "@org/integrations/sms/once-per-key";
import { twilioSms } from "@org/integrations/sms/twilio";
import { mohallaMartStores } from "@org/integrations/stores/mohallamart/postgres";
import { createPool } from "@org/integrations/stores/postgres";
import { tenOceanStores } from "@org/integrations/stores/ten-ocean/postgres";
import { type MohallaMartPorts, mohallaMartInngest } from "@org/workflows/mohallamart";
import { type TenOceanPorts, tenOceanInngest } from "@org/workflows/ten-ocean";
import { Inngest } from "inngest";
import { env } from "./env.ts";
import { log } from "./log.ts";

/** The one place where vendors are chosen: every port of both products with the adapter behind it. */
export function createPorts() {
  const pool = createPool({ databaseUrl: env.DATABASE_URL, log });
  const emailFrom = (from: string) =>
    resendEmail({ apiKey: env.RESEND_API_KEY, from, baseUrl: env.RESEND_BASE_URL });
  const twilio = twilioSms({
    accountSid: env.TWILIO_ACCOUNT_SID,
    authToken: env.TWILIO_AUTH_TOKEN,
    from: env.TWILIO_PHONE_NUMBER,
    baseUrl: env.TWILIO_BASE_URL,
  });

  const mohallaMart: MohallaMartPorts = {
    ...mohallaMartStores(pool),
    inngest: mohallaMartInngest({ logger: log }),
    email: emailFrom(env.RESEND_FROM),
    sms: smsOncePerKey(twilio, postgresLedger(pool)),
    search: typesenseSearch({ index: productIndex, url: env.TYPESENSE_URL, apiKey: env.TYPESENSE_API_KEY }),
    webUrl: env.WEB_URL,
  };
  const tenOcean: TenOceanPorts = {
    ...tenOceanStores(pool),
    inngest: tenOceanInngest({ logger: log }),
    email: emailFrom(env.RESEND_TEN_OCEAN_FROM),
    portalUrl: env.WEB_URL,
  };
  // The relay sends what the emitters parsed already, so it uses a client that checks nothing again.
  const relay = createRelay({ pool, client: new Inngest({ id: "outbox-relay", logger: log }), log });
  return { pool, mohallaMart, tenOcean, relay };
}

export type Ports = ReturnType<typeof createPorts>;
