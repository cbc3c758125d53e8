import { startEmulators, subscribeDevice } from "@org/local-stack";
import type { AlertBench } from "../alerts/contract.ts";
import { emailAlerts } from "../alerts/email.ts";
import { slackAlerts } from "../alerts/slack.ts";
import { closedUrl } from "../contracts/canned-server.ts";
import type { EmailBench } from "../email/contract.ts";
import type { EmailSender } from "../email/port.ts";
import { resendEmail } from "../email/resend.ts";
import type { PartnerBench } from "../partners/contract.ts";
import type { Partner, PartnerName } from "../partners/port.ts";
import { type WebhookPartnerOptions, webhookPartners } from "../partners/webhook.ts";
import type { PushBench } from "../push/contract.ts";
import { oneSignalPush } from "../push/onesignal.ts";
import type { SmsBench } from "../sms/contract.ts";
import { msg91Sms } from "../sms/msg91.ts";
import { twilioSms } from "../sms/twilio.ts";

/** How a bench's adapters reach the emulator at a URL: directly, or through something that listens in. */
export type Route = (vendorUrl: string) => Promise<string>;

const directly: Route = async (vendorUrl) => vendorUrl;

export async function resendBench(route: Route = directly): Promise<EmailBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, apiKey } = vendors.resend;
  const from = "MohallaMart <orders@mohallamart.example>";
  const options = { apiKey, from, baseUrl: await route(url) };
  return {
    sender: resendEmail(options),
    impatient: resendEmail({ ...options, timeout: 100 }),
    unauthorised: resendEmail({ ...options, apiKey: "re_unknown" }),
    unreachable: resendEmail({ ...options, baseUrl: await closedUrl() }),
    failNext: (fault) => vendors.failNext("resend", fault),
    mailbox: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}

export async function twilioBench(route: Route = directly): Promise<SmsBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, ...account } = vendors.twilio;
  const options = { ...account, baseUrl: await route(url) };
  return {
    sender: twilioSms(options),
    impatient: twilioSms({ ...options, timeout: 100 }),
    unauthorised: twilioSms({ ...options, authToken: "0".repeat(32) }),
    unreachable: twilioSms({ ...options, baseUrl: await closedUrl() }),
    failNext: (fault) => vendors.failNext("twilio", fault),
    phone: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}

export async function msg91Bench(route: Route = directly): Promise<SmsBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, ...account } = vendors.msg91;
  const options = { ...account, baseUrl: await route(url) };
  return {
    sender: msg91Sms(options),
    impatient: msg91Sms({ ...options, timeout: 100 }),
    unauthorised: msg91Sms({ ...options, authKey: "0".repeat(24) }),
    unreachable: msg91Sms({ ...options, baseUrl: await closedUrl() }),
    failNext: (fault) => vendors.failNext("msg91", fault),
    phone: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}

export async function oneSignalBench(route: Route = directly): Promise<PushBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, ...app } = vendors.onesignal;
  const baseUrl = await route(url);
  const options = { ...app, baseUrl };
  return {
    sender: oneSignalPush(options),
    impatient: oneSignalPush({ ...options, timeout: 100 }),
    unauthorised: oneSignalPush({ ...options, apiKey: "os_unknown" }),
    unreachable: oneSignalPush({ ...options, baseUrl: await closedUrl() }),
    subscribe: (userId) => subscribeDevice({ appId: app.appId, url: baseUrl }, userId),
    failNext: (fault) => vendors.failNext("onesignal", fault),
    devices: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}

export async function partnerBench(name: PartnerName): Promise<PartnerBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, secrets } = vendors.partners;
  const options = { url: `${url}/${name}`, secret: secrets[name] };
  return {
    partner: partnerOf(name, options),
    impatient: partnerOf(name, { ...options, timeout: 100 }),
    unauthorised: partnerOf(name, { ...options, secret: `whsec_${btoa("a secret that nobody knows")}` }),
    unreachable: partnerOf(name, { ...options, url: await closedUrl() }),
    failNext: (fault) => vendors.failNext("partners", fault),
    received: () => vendors.outbox().map(({ text }) => JSON.parse(text ?? "")),
    reset: vendors.reset,
    stop: vendors.stop,
  };
}

function partnerOf(name: PartnerName, options: WebhookPartnerOptions): Partner {
  const partner = webhookPartners({ [name]: options })[name];
  if (!partner) throw new Error(`The partner ${name} was configured and is not there.`);
  return partner;
}

export async function slackBench(route: Route = directly): Promise<AlertBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, ...account } = vendors.slack;
  const options = { ...account, baseUrl: await route(url) };
  return {
    sender: slackAlerts(options),
    impatient: slackAlerts({ ...options, timeout: 100 }),
    unauthorised: slackAlerts({ ...options, token: "xoxb-unknown" }),
    unreachable: slackAlerts({ ...options, baseUrl: await closedUrl() }),
    failNext: (fault) => vendors.failNext("slack", fault),
    told: () => [...vendors.outbox()],
    reset: vendors.reset,
    stop: vendors.stop,
  };
}

/** Alerts over the email port, to two people. */
export async function emailAlertBench(): Promise<AlertBench & Pick<EmailBench, "mailbox">> {
  const { sender, impatient, unauthorised, unreachable, mailbox, ...emulator } = await resendBench();
  const alerts = (email: EmailSender) => emailAlerts({ email, to: ["ops@example.com", "owner@example.com"] });
  return {
    ...emulator,
    mailbox,
    sender: alerts(sender),
    impatient: alerts(impatient),
    unauthorised: alerts(unauthorised),
    unreachable: alerts(unreachable),
    told: mailbox,
  };
}
