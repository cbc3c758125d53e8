import type { EventToSend } from "@org/events";

export interface EventBufferOptions {
  send(events: EventToSend[]): Promise<unknown>;
  /** Most events in one call. */
  maximum?: number;
  /** Milliseconds that an event waits for others. */
  wait?: number;
}

export interface EventBuffer {
  /** Resolves when the event was sent, together with what came within the same second; rejects when that failed. */
  add(events: readonly EventToSend[]): Promise<void>;
}

/**
 * Sends events of many requests together. What waits here when the process is killed is lost, which a page view may be:
 * an event that belongs to a state change is written with that change instead.
 */
export function createEventBuffer({ send, maximum = 100, wait = 1_000 }: EventBufferOptions): EventBuffer {
  let batch: { events: EventToSend[]; sent: Promise<void>; sendNow(): void } | undefined;

  function newBatch() {
    const events: EventToSend[] = [];
    const { promise, resolve, reject } = withResolvers();
    const timer = setTimeout(sendNow, wait);
    function sendNow() {
      clearTimeout(timer);
      batch = undefined;
      send(events).then(() => resolve(), reject);
    }
    return { events, sent: promise, sendNow };
  }

  return {
    async add(events) {
      batch ??= newBatch();
      const { sent, sendNow, events: waiting } = batch;
      waiting.push(...events);
      if (waiting.length >= maximum) sendNow();
      await sent;
    },
  };
}

function withResolvers() {
  let resolve = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<void>((onSent, onFailure) => {
    resolve = onSent;
    reject = onFailure;
  });
  return { promise, resolve, reject };
}
