import { emailAlerts } from "@org/integrations/alerts/email";
import { alertsEverywhere } from "@org/integrations/alerts/everywhere";
import type { AlertSender } from "@org/integrations/alerts/port";
import { slackAlerts } from "@org/integrations/alerts/slack";
import type { Cache } from "@org/integrations/cache/port";
import { redisCache } from "@org/integrations/cache/redis";
import { upstashCache } from "@org/integrations/cache/upstash";
import type { EmailSender } from "@org/integrations/email/port";
import type { Partners } from "@org/integrations/partners/port";
import { webhookPartners } from "@org/integrations/partners/webhook";
import type { Payments } from "@org/integrations/payments/port";
import { razorpayPayments } from "@org/integrations/payments/razorpay";
import { oneSignalPush } from "@org/integrations/push/onesignal";
import type { PushSender } from "@org/integrations/push/port";
import { msg91Sms } from "@org/integrations/sms/msg91";
import type { SmsSender } from "@org/integrations/sms/port";
import { routedSms } from "@org/integrations/sms/routed";
import { twilioSms } from "@org/integrations/sms/twilio";
import { alertOncePerGroup } from "@org/stores/ledger/alert-once-per-group";
import type { SendLedger } from "@org/stores/ledger/port";
import { smsOncePerKey } from "@org/stores/ledger/sms-once-per-key";
import { env } from "./env.ts";
import { log } from "./log.ts";

/** Twilio; for numbers of India MSG91 first, when it is configured. */
export function createSms(ledger: SendLedger): SmsSender {
  const twilio = twilioSms({
    accountSid: env.TWILIO_ACCOUNT_SID,
    authToken: env.TWILIO_AUTH_TOKEN,
    from: env.TWILIO_PHONE_NUMBER,
    baseUrl: env.TWILIO_BASE_URL,
  });
  const { MSG91_AUTH_KEY: authKey, MSG91_TEMPLATES: templates } = env;
  if (!authKey || !templates) return smsOncePerKey(twilio, ledger);
  const msg91 = msg91Sms({ authKey, templates, baseUrl: env.MSG91_BASE_URL });
  return smsOncePerKey(routedSms({ india: msg91, elsewhere: twilio, log }), ledger);
}

export function createPush(): PushSender | undefined {
  const { NEXT_PUBLIC_ONESIGNAL_APP_ID: appId, ONESIGNAL_REST_API_KEY: apiKey } = env;
  if (!appId || !apiKey) return undefined;
  return oneSignalPush({ appId, apiKey, baseUrl: env.ONESIGNAL_BASE_URL });
}

export function createPayments(): Payments | undefined {
  const { RAZORPAY_KEY_ID: keyId, RAZORPAY_KEY_SECRET: keySecret } = env;
  if (!keyId || !keySecret) return undefined;
  return razorpayPayments({ keyId, keySecret, baseUrl: env.RAZORPAY_BASE_URL });
}

/** Upstash, or any Redis over TCP when `REDIS_URL` is set. */
export function createCache(): { cache: Cache; close(): Promise<void> } {
  const { REDIS_URL, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env;
  if (REDIS_URL) {
    const cache = redisCache({ url: REDIS_URL });
    return { cache, close: cache.close };
  }
  if (url && token) return { cache: upstashCache({ url, token }), close: async () => {} };
  throw new Error("There is no cache: env.ts lets no process start without one.");
}

/** Email, and Slack when it is configured; each tells a group once in a quarter of an hour. */
export function createAlerts(email: EmailSender, ledger: SendLedger): AlertSender {
  const byEmail = alertOncePerGroup(emailAlerts({ email, to: env.ALERT_EMAILS }), {
    ledger,
    channel: "email",
  });
  const { SLACK_BOT_TOKEN: token, SLACK_ALERT_CHANNEL: channel, SLACK_BASE_URL: baseUrl } = env;
  if (!token || !channel) return byEmail;
  const bySlack = alertOncePerGroup(slackAlerts({ token, channel, baseUrl }), { ledger, channel: "slack" });
  return alertsEverywhere([bySlack, byEmail], log);
}

export function createPartners(): Partners {
  return webhookPartners({
    crm: webhook(env.CRM_WEBHOOK_URL, env.CRM_WEBHOOK_SECRET),
    accounting: webhook(env.ACCOUNTING_WEBHOOK_URL, env.ACCOUNTING_WEBHOOK_SECRET),
    delivery: webhook(env.DELIVERY_WEBHOOK_URL, env.DELIVERY_WEBHOOK_SECRET),
  });
}

function webhook(url: string | undefined, secret: string | undefined) {
  return url && secret ? { url, secret } : undefined;
}
