import { env } from "../env.ts";

/** What a browser needs to take notifications. */
export interface PushSettings {
  appId: string;
  /** The vendor's web SDK. */
  scriptUrl: string;
}

/** Where OneSignal's web SDK comes from, and what it asks: documentation.onesignal.com/docs/web-sdk-reference */
const sdk = "https://cdn.onesignal.com";
const api = ["https://api.onesignal.com", "https://onesignal.com"];

const pageScript = "/sdks/web/v16/OneSignalSDK.page.js";
const workerScript = "/sdks/web/v16/OneSignalSDK.sw.js";

/** Absent where no push vendor is configured: nobody is asked then. */
export function pushSettings(): PushSettings | undefined {
  const appId = env.NEXT_PUBLIC_ONESIGNAL_APP_ID;
  return appId === undefined ? undefined : { appId, scriptUrl: sdkOrigin() + pageScript };
}

/** What pages may ask, for their content security policy. */
export function pushOrigins(): string[] {
  if (!pushSettings()) return [];
  return env.ONESIGNAL_BASE_URL === undefined ? [sdk, ...api] : [sdkOrigin()];
}

/** The service worker's whole script; it runs with a policy of its own. */
export function pushWorker(): string {
  return `importScripts(${JSON.stringify(sdkOrigin() + workerScript)});\n`;
}

/** Where the API is another address than OneSignal's, as in development, the SDK comes from there as well. */
function sdkOrigin(): string {
  return env.ONESIGNAL_BASE_URL === undefined ? sdk : new URL(env.ONESIGNAL_BASE_URL).origin;
}
