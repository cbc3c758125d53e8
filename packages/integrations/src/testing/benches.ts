import { startEmulators } from "@org/local-stack";
import type { EmailBench } from "../email/contract.ts";
import { resendEmail } from "../email/resend.ts";
import type { PushBench } from "../push/contract.ts";
import { oneSignalPush } from "../push/onesignal.ts";
import type { SearchBench } from "../search/contract.ts";
import { productIndex } from "../search/products.ts";
import { typesenseSearch } from "../search/typesense.ts";
import type { SmsBench } from "../sms/contract.ts";
import { msg91Sms } from "../sms/msg91.ts";
import { twilioSms } from "../sms/twilio.ts";
import { closedUrl } from "./canned-server.ts";
import { subscribeDevice } from "./subscribe-device.ts";

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

export async function typesenseBench(route: Route = directly): Promise<SearchBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, apiKey } = vendors.typesense;
  const options = { index: productIndex, apiKey, url: await route(url) };
  return {
    index: typesenseSearch(options),
    impatient: typesenseSearch({ ...options, timeout: 100, importTimeout: 100 }),
    unauthorised: typesenseSearch({ ...options, apiKey: "unknown" }),
    unreachable: typesenseSearch({ ...options, url: await closedUrl() }),
    failNext: (fault) => vendors.failNext("typesense", fault),
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
