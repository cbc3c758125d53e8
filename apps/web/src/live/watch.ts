import { createHash } from "node:crypto";

export interface Watched {
  /** Changes whenever what the page shows would change. */
  version: string;
  /** Nothing more is going to change. */
  settled: boolean;
}

export interface WatchOptions {
  load: () => Promise<Watched | undefined>;
  /** Aborted when the browser leaves. */
  signal: AbortSignal;
  /** Milliseconds between two looks. */
  interval?: number;
  /** Milliseconds after which the stream ends; a browser that is still there opens the next one. */
  lifetime?: number;
  onError?: (error: unknown) => void;
}

/** A short name for a value's content, for comparing two states of it. */
export function versionOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
}

/**
 * Server-sent events: the version as a `message` at once and after each change, then `settled`. The stream also ends,
 * without `settled`, when the subject is gone or cannot be read; browsers reconnect by themselves.
 */
export function watch(options: WatchOptions): ReadableStream<Uint8Array> {
  const steps = follow(options);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await steps.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await steps.return(undefined);
    },
  });
}

async function* follow(options: WatchOptions): AsyncGenerator<string, void> {
  const { load, signal, interval = 1_000, lifetime = 300_000, onError } = options;
  const end = Date.now() + lifetime;
  let last: string | undefined;
  yield "retry: 2000\n\n";
  while (!signal.aborted && Date.now() < end) {
    const current = await load().catch((error: unknown) => onError?.(error));
    if (!current) return;
    // A comment in between shows both sides that the connection is alive.
    yield current.version === last ? ":\n\n" : `data: ${current.version}\n\n`;
    last = current.version;
    if (current.settled) {
      yield "event: settled\ndata: \n\n";
      return;
    }
    await pause(interval, signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener("abort", finish, { once: true });
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      resolve();
    }
  });
}
