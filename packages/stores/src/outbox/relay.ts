import { setTimeout as sleep } from "node:timers/promises";
import type { EventClient } from "@org/events";
import type { Log } from "@org/integrations/log";
import { databaseOn } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { type Batch, type BatchOptions, moveBatch, type Selection } from "./batch.ts";
import type { Relay } from "./port.ts";
import { createWakeUp, type WakeUp } from "./wake-up.ts";

export interface RelayOptions extends AnyRelayOptions {
  /** Two of its connections are used while the relay runs. */
  pool: Pool;
}

/** What a relay is told, whatever database its outbox is in. */
export interface AnyRelayOptions {
  /** Where the events go: an Inngest client, or anything with its `send`. */
  client: EventClient;
  log: Log;
  /** Milliseconds between looks at the outbox when no commit is heard of; default 1000. */
  pollInterval?: number;
  /** Milliseconds the engine has to answer; default 10,000. */
  sendTimeout?: number;
  /** Most events in one call; default 100. */
  batchSize?: number;
}

/** Where the events are: how some of them are moved, and how a relay hears of more. */
export interface RelaySource {
  move(client: EventClient, options: BatchOptions): Promise<Batch>;
  wakeUp: WakeUp;
}

/** Moves events from the outbox to the engine until stopped; see `Relay` for what it promises. */
export function createRelay({ pool, ...options }: RelayOptions): Relay {
  const database = databaseOn(pool);
  const move: RelaySource["move"] = (client, batch) => moveBatch(database, client, batch);
  return relayOver({ move, wakeUp: createWakeUp(pool, options.log) }, options);
}

export function relayOver(source: RelaySource, options: AnyRelayOptions): Relay {
  const { client, log, pollInterval = 1000, sendTimeout = 10_000, batchSize = 100 } = options;
  const { wakeUp } = source;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  /** Failed calls in a row. */
  let failures = 0;
  let limit = batchSize;

  async function move(select: Selection, most: number): Promise<Batch> {
    const batch = await source.move(client, { select, limit: most, sendTimeout });
    if (batch.failure !== undefined) reportRefused(batch);
    else if (batch.claimed.length > 0) reportAccepted(batch);
    return batch;
  }

  function reportRefused({ claimed, failure }: Batch): void {
    failures += 1;
    // Until something goes through again, events go one by one, so that a bad one is found and set aside.
    limit = 1;
    const fields = { events: claimed.length, event: claimed.length === 1 ? claimed[0] : undefined, failure };
    log.warn(fields, "the engine did not take events; they stay in the outbox");
  }

  function reportAccepted({ claimed }: Batch): void {
    if (failures > 0) log.info({ failures }, "the engine takes events again");
    failures = 0;
    limit = Math.min(limit * 2, batchSize);
    log.debug({ events: claimed.length }, "events moved to the engine");
  }

  async function moveAll(): Promise<void> {
    for (let moved = true; moved && !stopping.signal.aborted; ) {
      const fresh = await move("fresh", limit);
      const retried = await move("retry", 1);
      moved = fresh.claimed.length + retried.claimed.length > 0;
      if (fresh.failure !== undefined || retried.failure !== undefined) await pause();
    }
  }

  /** 100 ms, doubling to 5 s, while nothing goes through. */
  async function pause(): Promise<void> {
    const delay = Math.min(5000, 50 * 2 ** Math.min(failures, 10));
    await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await moveAll();
        await wakeUp.wait(pollInterval);
      } catch (error) {
        failures += 1;
        log.warn({ code: errorCode(error) }, "the relay cannot reach the database and tries again");
        await pause();
      }
    }
  }

  /** A failure ends it: what did not go through waits for the next call. */
  async function drain(): Promise<number> {
    for (let moved = 0; ; ) {
      const batches = [await move("fresh", limit), await move("retry", 1)];
      const failed = batches.some(({ failure }) => failure !== undefined);
      const accepted = batches.flatMap(({ failure, claimed }) => (failure === undefined ? claimed : []));
      moved += accepted.length;
      if (failed || accepted.length === 0) return moved;
    }
  }

  return {
    drain,
    async start() {
      if (running) throw new Error("This relay was started before; create another one.");
      running = run();
      await wakeUp.listen();
    },
    async stop() {
      stopping.abort();
      wakeUp.stop();
      await running;
    },
  };
}

function errorCode(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "connection lost";
}
