import { createPool } from "@org/stores/postgres";
import { env } from "./env.ts";
import { log } from "./log.ts";

declare global {
  // Next evaluates a module once per kind of route and again after an edit; the pool must stay one.
  var orgWebPool: ReturnType<typeof createPool> | undefined;
}

/** What the stores and the commands are given, and nothing else. */
export function pool() {
  globalThis.orgWebPool ??= createPool({ databaseUrl: env.DATABASE_URL, log });
  return globalThis.orgWebPool;
}

/** Throws when the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await pool().query("select 1");
}
