import { byteLength } from "../core/limits.ts";

/** What a message is: published data, or one part of a published stream. */
type MessageKind = "data" | "datastream-start" | "chunk" | "datastream-end";

/** What is published. */
export interface Publication {
  kind: MessageKind;
  channel: string;
  topic: string;
  data: unknown;
  /** The run that published it. */
  runId?: string | undefined;
  /** The stream that a chunk belongs to. */
  streamId?: string | undefined;
}

export interface RealtimeMessage extends Publication {
  /** Grows by one with each message. */
  position: number;
  /** Milliseconds since the epoch, on the engine's clock. */
  createdAt: number;
}

/** A topic of a channel. */
export interface TopicGrant {
  channel: string;
  topic: string;
}

export interface RealtimeHub {
  /** Hands a message to everybody who listens now. Those who come later do not get it. */
  publish(publication: Publication): RealtimeMessage;
  /**
   * Calls back with each message of these topics, in the SDK's form as JSON. Returns a function that ends the subscription.
   */
  subscribe(topics: readonly TopicGrant[], deliver: (json: string) => void): () => void;
  /** Calls back with every message. Returns a function that ends the subscription. */
  watch(listener: (message: RealtimeMessage) => void): () => void;
  /** The last messages that were published, oldest first, for those who look in. */
  recent(): RealtimeMessage[];
}

const mostRecent = 200;
const mostRecentBytes = 1024 * 1024;

/** Passes messages on within this process. Nothing is stored: who does not listen misses them, as with Inngest. */
export function createRealtimeHub({ now }: { now: () => number }): RealtimeHub {
  const byTopic = new Map<string, Set<(json: string) => void>>();
  const watchers = new Set<(message: RealtimeMessage) => void>();
  const recent = createRecent();
  let published = 0;

  return {
    publish(publication) {
      const message = { ...publication, position: ++published, createdAt: now() };
      const json = toWire(message);
      recent.add(message, byteLength(json));
      for (const deliver of byTopic.get(keyOf(message)) ?? []) deliver(json);
      for (const watcher of watchers) watcher(message);
      return message;
    },
    subscribe(topics, deliver) {
      const keys = new Set(topics.map(keyOf));
      for (const key of keys) byTopic.set(key, (byTopic.get(key) ?? new Set()).add(deliver));
      return () => {
        for (const key of keys) {
          const listeners = byTopic.get(key);
          listeners?.delete(deliver);
          if (listeners?.size === 0) byTopic.delete(key);
        }
      };
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    recent: recent.all,
  };
}

/** The newest messages, as many as fit. */
function createRecent() {
  const kept: { message: RealtimeMessage; bytes: number }[] = [];
  let total = 0;
  return {
    add(message: RealtimeMessage, bytes: number) {
      kept.push({ message, bytes });
      total += bytes;
      while (kept.length > mostRecent || (total > mostRecentBytes && kept.length > 0))
        total -= kept.shift()?.bytes ?? 0;
    },
    all: () => kept.map(({ message }) => message),
  };
}

function keyOf({ channel, topic }: TopicGrant): string {
  return JSON.stringify([channel, topic]);
}

/** A message in the form that the SDK's subscriptions read. */
function toWire({ kind, channel, topic, data, runId, streamId, createdAt }: RealtimeMessage): string {
  return JSON.stringify({
    kind,
    channel,
    topic,
    data,
    run_id: runId,
    stream_id: streamId,
    created_at: new Date(createdAt).toISOString(),
  });
}
