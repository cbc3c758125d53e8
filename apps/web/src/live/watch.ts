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
  /** Whether the follower still may; asked every `recheck` milliseconds, by default 10,000. */
  isAllowed?: (() => Promise<boolean>) | undefined;
  recheck?: number;
  /** Milliseconds after which a browser that takes nothing is given up. */
  patience?: number;
  /** Waits between two looks; may end earlier. */
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  onError?: (error: unknown) => void;
  /** Called once, however the stream ends. */
  onEnd?: () => void;
}

/** A short name for a value's content, for comparing two states of it. */
export function versionOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
}

/**
 * Server-sent events: the version as a `message` at once and after each change, `alive` in between, then `settled`. It also ends,
 * without `settled`, when the subject is gone or cannot be read, when the follower may no longer see it, and when nobody
 * takes what is sent; browsers reconnect by themselves.
 */
export function watch(options: WatchOptions): ReadableStream<Uint8Array> {
  const { patience = 30_000, onEnd } = options;
  const ended = new AbortController();
  const steps = follow({ ...options, signal: AbortSignal.any([options.signal, ended.signal]) });
  const encoder = new TextEncoder();
  let untaken: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(untaken);
    if (ended.signal.aborted) return;
    ended.abort();
    onEnd?.();
  }

  return new ReadableStream({
    async pull(controller) {
      clearTimeout(untaken);
      const { value, done } = await steps.next();
      if (ended.signal.aborted) return;
      if (done) {
        end();
        controller.close();
        return;
      }
      controller.enqueue(encoder.encode(value));
      // Whoever takes what is sent asks for more at once.
      untaken = setTimeout(() => {
        end();
        controller.error(new Error("Nobody takes what this stream sends."));
      }, patience);
    },
    cancel() {
      end();
    },
  });
}

async function* follow(options: WatchOptions): AsyncGenerator<string, void> {
  const { load, signal, interval = 1_000, lifetime = 300_000, recheck = 10_000, onError } = options;
  const { isAllowed = async () => true, pause = pauseUntil } = options;
  const end = Date.now() + lifetime;
  let allowedUntil = Date.now() + recheck;
  let last: string | undefined;
  async function look(): Promise<Watched | undefined> {
    if (Date.now() >= allowedUntil) {
      if (!(await isAllowed())) return undefined;
      allowedUntil = Date.now() + recheck;
    }
    return load();
  }
  yield "retry: 2000\n\n";
  while (!signal.aborted && Date.now() < end) {
    const current = await look().catch((error: unknown) => onError?.(error));
    if (!current) return;
    // A word in between shows both sides that the connection is alive; pages do not hear of comments.
    yield current.version === last ? "event: alive\ndata: \n\n" : `data: ${current.version}\n\n`;
    last = current.version;
    if (current.settled) {
      yield "event: settled\ndata: \n\n";
      return;
    }
    await pause(interval, signal);
  }
}

/** @param onWait is given what ends the pause before its time */
export function pauseUntil(
  milliseconds: number,
  signal: AbortSignal,
  onWait?: (resume: () => void) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener("abort", finish, { once: true });
    onWait?.(finish);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      resolve();
    }
  });
}
