import { Hono } from "hono";
import { createRealtimeHub, type RealtimeHub } from "./hub.ts";
import { createPublishApi } from "./publish-api.ts";
import { createSubscribeApi, type SubscribeApiOptions } from "./subscribe-api.ts";
import { createSubscriptionTokens } from "./tokens.ts";

export interface RealtimeOptions extends Pick<SubscribeApiOptions, "mostWaitingBytes" | "pingInterval"> {
  /** The engine's clock, which stamps the messages. */
  now: () => number;
  /** Signs the subscription tokens; without one they are good until this process ends. */
  signingKey?: string | undefined;
  /** The clock that tokens run out on; the computer's unless given. */
  tokenNow?: (() => number) | undefined;
}

/** Publishing and subscribing. */
export interface Realtime {
  hub: RealtimeHub;
  api: Hono;
  close(): void;
}

export function createRealtime(options: RealtimeOptions): Realtime {
  const hub = createRealtimeHub(options);
  const tokens = createSubscriptionTokens({ signingKey: options.signingKey, now: options.tokenNow });
  const subscribing = createSubscribeApi({ ...options, hub, tokens });
  const api = new Hono().route("/", createPublishApi(hub, tokens)).route("/", subscribing.api);
  return { hub, api, close: subscribing.close };
}
