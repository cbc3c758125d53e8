import type { EventClient, EventToSend } from "@org/events";
import type { Log } from "@org/integrations/log";
import { databaseOn } from "../database.ts";
import type { Pool } from "../postgres.ts";
import type { Look, LookOptions } from "./findings.ts";
import { lookForTraces } from "./look-for-traces.ts";
import type { ExpectedTrace, Reconciler } from "./port.ts";

export interface ReconcilerOptions extends AnyReconcilerOptions {
  pool: Pool;
}

/** What a reconciler is told, whatever database its outbox is in. */
export interface AnyReconcilerOptions {
  /** Where the events go again: the client of the relay. */
  client: EventClient;
  /** What an event has to start; nothing when nobody listens to it. */
  expected(event: EventToSend): readonly ExpectedTrace[];
  log: Log;
  /** Milliseconds within which an accepted event shows what it started; default 600,000. */
  lostAfter?: number;
  /** Milliseconds between looks; default 60,000, or half of `lostAfter` if that is less. */
  interval?: number;
  /** Milliseconds the engine has to answer; default 10,000. */
  sendTimeout?: number;
}

/** Looks for what accepted events started until it is stopped; see `Reconciler` for what it promises. */
export function createReconciler({ pool, ...options }: ReconcilerOptions): Reconciler {
  const database = databaseOn(pool);
  return reconcilerOver((look) => lookForTraces(database, look), options);
}

/** @param lookOnce takes some of the events whose time is up */
export function reconcilerOver(
  lookOnce: (options: LookOptions) => Promise<Look>,
  options: AnyReconcilerOptions,
): Reconciler {
  const { client, expected, log, lostAfter = 600_000, sendTimeout = 10_000 } = options;
  const { interval = Math.min(60_000, lostAfter / 2) } = options;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<number> | undefined;
  let isStopped = false;

  async function lookAtAll(): Promise<number> {
    let resent = 0;
    for (;;) {
      const look = await lookOnce({ client, expected, lostAfter, sendTimeout });
      resent += look.resent;
      if (look.lost > 0)
        log.error(
          { lost: look.lost, names: look.names, resent: look.resent },
          "the engine accepted events and started nothing; they are sent again",
        );
      if ("failure" in look) throw look.failure;
      if (!look.hasMore || isStopped) return resent;
    }
  }

  function reconcile(): Promise<number> {
    looking ??= lookAtAll().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  function schedule(delay: number): void {
    timer = setTimeout(async () => {
      try {
        await reconcile();
      } catch (error) {
        log.warn({ error }, "it cannot be found out which events the engine lost; it is tried again");
      }
      if (!isStopped) schedule(interval);
    }, delay);
    timer.unref();
  }

  return {
    reconcile,
    start() {
      schedule(lostAfter);
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await looking?.catch(() => undefined);
    },
  };
}
