import type { Log } from "@org/integrations/log";
import type pg from "pg";
import type { Pool } from "../postgres.ts";
import { wakeUpChannel } from "./append.ts";
import { type Bell, createBell } from "./bell.ts";

/** Rung when events were committed. */
export interface WakeUp extends Bell {
  /** Listens for commits; when the connection breaks, opens another one a second later. */
  listen(): Promise<void>;
  stop(): void;
}

export function createWakeUp(pool: Pool, log: Log): WakeUp {
  const { wake, wait } = createBell();
  let connection: pg.PoolClient | undefined;
  let reconnect: NodeJS.Timeout | undefined;
  let stopped = false;

  function drop(reason: unknown): void {
    if (stopped || reconnect) return;
    log.warn(
      { reason: codeOf(reason) },
      "the relay does not hear of new events for a moment and polls instead",
    );
    connection?.release(true);
    connection = undefined;
    reconnect = setTimeout(() => {
      reconnect = undefined;
      void listen();
    }, 1000);
  }

  async function listen(): Promise<void> {
    try {
      const opened = await pool.connect();
      if (stopped) return opened.release(true);
      connection = opened;
      opened.on("notification", wake);
      opened.on("error", drop);
      await opened.query(`listen ${wakeUpChannel}`);
      wake();
    } catch (error) {
      drop(error);
    }
  }

  return {
    listen,
    wake,
    wait,
    stop() {
      stopped = true;
      clearTimeout(reconnect);
      connection?.release(true);
      connection = undefined;
      wake();
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "connection lost";
}
