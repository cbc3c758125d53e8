import { alerts } from "@org/integrations/alerts/capability";
import { alertsEverywhere } from "@org/integrations/alerts/everywhere";
import type { AlertSender } from "@org/integrations/alerts/port";
import { connect } from "@org/integrations/capability";
import type { EmailSender } from "@org/integrations/email/port";
import { sms } from "@org/integrations/sms/capability";
import type { SmsSender } from "@org/integrations/sms/port";
import { routedSms } from "@org/integrations/sms/routed";
import { alertOncePerGroup } from "@org/stores/ledger/alert-once-per-group";
import type { SendLedger } from "@org/stores/ledger/port";
import { smsOncePerKey } from "@org/stores/ledger/sms-once-per-key";
import { env } from "./env.ts";
import { log } from "./log.ts";

/** The vendor that reaches every number; for numbers of India its complement first, when there is one. */
export async function createSms(ledger: SendLedger): Promise<SmsSender> {
  const { create, complements } = await connect(sms, env);
  const context = { reportsUrl: `${env.WEB_URL}/api/webhooks` };
  const elsewhere = create(context);
  const [india] = complements.map((complement) => complement.create(context));
  return smsOncePerKey(india ? routedSms({ india, elsewhere, log }) : elsewhere, ledger);
}

/** Everyone who is configured; each tells a group once in a quarter of an hour. */
export async function createAlerts(email: EmailSender, ledger: SendLedger): Promise<AlertSender> {
  const { all } = await connect(alerts, env);
  const senders = all.map(({ id, create }) => alertOncePerGroup(create({ email }), { ledger, channel: id }));
  return alertsEverywhere(senders, log);
}
