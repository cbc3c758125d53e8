import { emailAlerts } from "@org/integrations/alerts/email";
import { alertsEverywhere } from "@org/integrations/alerts/everywhere";
import { slackAlerts } from "@org/integrations/alerts/slack";
import { upstashCache } from "@org/integrations/cache/upstash";
import type { EmailSender } from "@org/integrations/email/port";
import { webhookPartners } from "@org/integrations/partners/webhook";
import { razorpayPayments } from "@org/integrations/payments/razorpay";
import { oneSignalPush } from "@org/integrations/push/onesignal";
import { msg91Sms } from "@org/integrations/sms/msg91";
import type { SmsSender } from "@org/integrations/sms/port";
import { routedSms } from "@org/integrations/sms/routed";
import { twilioSms } from "@org/integrations/sms/twilio";
import type { Emulators } from "@org/local-stack";
import { alertOncePerGroup } from "@org/stores/ledger/alert-once-per-group";
import type { SendLedger } from "@org/stores/ledger/port";

const ignore = () => undefined;
/** What fails on purpose is looked at through the engine, not through its log lines. */
export const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** The vendors' real clients, each at its emulator. */
export function vendorPorts({ onesignal, upstash, razorpay, partners: { url, secrets } }: Emulators) {
  return {
    push: oneSignalPush({ ...withBaseUrl(onesignal), product: "mohallamart" }),
    cache: upstashCache(upstash),
    payments: razorpayPayments(withBaseUrl(razorpay)),
    partners: webhookPartners({
      crm: { url: `${url}/crm`, secret: secrets.crm },
      accounting: { url: `${url}/accounting`, secret: secrets.accounting },
      delivery: { url: `${url}/delivery`, secret: secrets.delivery },
    }),
  };
}

/** The residents' own, over the same app of the vendor's. */
export function residentsPush({ onesignal }: Emulators) {
  return oneSignalPush({ ...withBaseUrl(onesignal), product: "ten-ocean" });
}

export function smsThrough({ twilio, msg91 }: Emulators, indiaByMsg91: boolean): SmsSender {
  const elsewhere = twilioSms(withBaseUrl(twilio));
  return indiaByMsg91 ? routedSms({ india: msg91Sms(withBaseUrl(msg91)), elsewhere }) : elsewhere;
}

/** Where the bench's alerts go. */
export const operator = { email: "operator@mohallamart.example", channel: "alerts" };

export function alertsTo({ slack }: Emulators, email: EmailSender, ledger: SendLedger) {
  const bySlack = slackAlerts(withBaseUrl(slack));
  const byEmail = emailAlerts({ email, to: [operator.email] });
  return alertsEverywhere(
    [
      alertOncePerGroup(bySlack, { ledger, channel: "slack" }),
      alertOncePerGroup(byEmail, { ledger, channel: "email" }),
    ],
    silent,
  );
}

function withBaseUrl<Connection extends { url: string }>({ url, ...connection }: Connection) {
  return { ...connection, baseUrl: url };
}
