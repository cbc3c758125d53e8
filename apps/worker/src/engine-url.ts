import type { EngineAddress } from "./engine-functions.ts";
import { env } from "./env.ts";

/** Of the engine's API, where the SDK finds it as well. */
export function engineUrl(): string {
  const { INNGEST_DEV: local, INNGEST_BASE_URL: hosted = "https://api.inngest.com" } = env;
  if (local === undefined) return hosted;
  return /^https?:/.test(local) ? local.replace(/\/+$/, "") : "http://127.0.0.1:8288";
}

/** Where the engine is asked, and with which keys. */
export function engineAddress(): EngineAddress {
  const { INNGEST_SIGNING_KEY, INNGEST_SIGNING_KEY_FALLBACK } = env;
  return {
    engineUrl: engineUrl(),
    signingKey: INNGEST_SIGNING_KEY,
    signingKeyFallback: INNGEST_SIGNING_KEY_FALLBACK,
  };
}
