import type { Log } from "@org/integrations/log";
import type { EventTrace, EventTraces } from "./port.ts";

export interface EventTracesOptions {
  log: Pick<Log, "warn">;
  /** Milliseconds within which traces are gathered for one write; default 500. */
  delay?: number;
}

/** A busy worker starts a hundred runs a second: enough for a minute in which the database is away. */
const mostUnwritten = 20_000;
/** What was written is seen again with each call of a run. */
const mostRemembered = 50_000;

/** Gathers traces for a moment and writes many at once, and each once. */
export function gatheredTraces(
  write: (traces: readonly EventTrace[]) => Promise<void>,
  mostAtOnce: number,
  { log, delay = 500 }: EventTracesOptions,
): EventTraces {
  const unwritten = new Map<string, EventTrace>();
  const written = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let isClosed = false;

  function schedule(): void {
    if (isClosed || timer || unwritten.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, delay);
    timer.unref();
  }

  async function writeAll(): Promise<void> {
    while (unwritten.size > 0) {
      const batch = [...unwritten].slice(0, mostAtOnce);
      for (const [key] of batch) unwritten.delete(key);
      try {
        await write(batch.map(([, trace]) => trace));
      } catch (error) {
        for (const [key, trace] of batch) if (!unwritten.has(key)) unwritten.set(key, trace);
        log.warn(
          { error, traces: unwritten.size },
          "what events started cannot be written down; it is tried again",
        );
        return;
      }
      for (const [key, { ended }] of batch) remember(key, ended);
    }
  }

  function remember(key: string, ended: boolean): void {
    if (written.size >= mostRemembered) written.clear();
    written.add(seenAs(key, ended));
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await writing;
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    await writing;
    schedule();
  }

  return {
    saw(trace) {
      const key = JSON.stringify([trace.eventId, trace.functionId]);
      if (written.has(seenAs(key, true)) || (!trace.ended && written.has(seenAs(key, false)))) return;
      if (unwritten.get(key)?.ended) return;
      if (unwritten.size >= mostUnwritten && !unwritten.has(key)) return;
      unwritten.set(key, trace);
      schedule();
    },
    flush,
    async close() {
      isClosed = true;
      await flush();
    },
  };
}

function seenAs(key: string, ended: boolean): string {
  return `${ended ? "ended" : "began"} ${key}`;
}
