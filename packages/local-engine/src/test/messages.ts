import type { Hono } from "hono";
import { createRealtimeHub, type RealtimeMessage } from "../realtime/hub.ts";
import { createPublishApi } from "../realtime/publish-api.ts";
import { createSubscriptionTokens } from "../realtime/tokens.ts";

/** A message that was published, or one part of a published stream. */
export interface MessageView {
  kind: RealtimeMessage["kind"];
  channel: string;
  topic: string;
  data: unknown;
  /** The run that published it, if one did. */
  runId?: string;
  /** Virtual milliseconds since the epoch. */
  ts: number;
}

/** Takes what the apps publish and notes it; there are no subscribers in a test engine. */
export function createMessageLog({ now }: { now: () => number }): {
  api: Hono;
  messages(filter?: { channel?: string; topic?: string }): MessageView[];
} {
  const hub = createRealtimeHub({ now });
  const noted: MessageView[] = [];
  hub.watch((message) => noted.push(toView(message)));
  return {
    api: createPublishApi(hub, createSubscriptionTokens({})),
    messages: ({ channel, topic } = {}) =>
      noted.filter(
        (message) =>
          (channel === undefined || message.channel === channel) &&
          (topic === undefined || message.topic === topic),
      ),
  };
}

function toView({ kind, channel, topic, data, runId, createdAt }: RealtimeMessage): MessageView {
  return { kind, channel, topic, data, ts: createdAt, ...(runId === undefined ? {} : { runId }) };
}
