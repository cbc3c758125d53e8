import type { Log } from "@org/integrations/log";
import pg from "pg";
import { wakeUpChannel } from "../outbox/append.ts";
import type { ChangeListener } from "./port.ts";

export interface ChangeListenerOptions {
  /** Straight to Postgres, or through a pooler in session mode: a pooler in transaction mode forwards no notifications. */
  databaseUrl: string;
  log: Log;
  /** Milliseconds before the connection is opened anew; they double up to half a minute. Default: 500. */
  retryAfter?: number;
  /** Milliseconds between two questions whether the connection still lives. Default: 10,000. */
  checkEvery?: number;
}

const longestRetry = 30_000;

/** One connection for all who listen in this process, opened when the first one does. */
export function postgresChanges(options: ChangeListenerOptions): ChangeListener {
  const { databaseUrl, log, retryAfter = 500, checkEvery = 10_000 } = options;
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isListening = false;
  let isClosed = false;

  function tell(payload: string | undefined): void {
    // Without subjects it may be about any of them.
    const subjects = payload ? payload.split(",") : [...listeners.keys()];
    for (const subject of subjects) for (const onChange of listeners.get(subject) ?? []) onChange();
  }

  async function open(): Promise<void> {
    const opened = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client = opened;
    opened.on("error", (error) => drop(opened, error));
    opened.on("end", () => drop(opened, undefined));
    opened.on("notification", ({ payload }) => tell(payload));
    try {
      await opened.connect();
      await opened.query(`listen ${wakeUpChannel}`);
      failures = 0;
      isListening = true;
      // What happened in between was not heard.
      tell(undefined);
      check(opened);
    } catch (error) {
      drop(opened, error);
    }
  }

  function check(opened: pg.Client): void {
    timer = setTimeout(() => {
      opened.query("select 1").then(
        () => client === opened && check(opened),
        (error: unknown) => drop(opened, error),
      );
    }, checkEvery).unref();
  }

  function drop(dropped: pg.Client, error: unknown): void {
    if (client !== dropped || isClosed) return;
    client = undefined;
    isListening = false;
    clearTimeout(timer);
    void dropped.end().catch(() => undefined);
    if (failures === 0)
      log.warn({ error }, "no changes are heard of for a moment, and pages look by themselves");
    timer = setTimeout(() => void open(), Math.min(longestRetry, retryAfter * 2 ** failures)).unref();
    failures += 1;
  }

  return {
    get isListening() {
      return isListening;
    },
    listen(subject, onChange) {
      if (!client && !timer && !isClosed) void open();
      const all = listeners.get(subject) ?? new Set();
      listeners.set(subject, all.add(onChange));
      return () => {
        all.delete(onChange);
        if (all.size === 0 && listeners.get(subject) === all) listeners.delete(subject);
      };
    },
    async close() {
      isClosed = true;
      isListening = false;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
