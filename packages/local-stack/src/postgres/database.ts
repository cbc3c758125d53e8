import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";

export interface Database {
  name: string;
  /** `postgres://…/<name>` */
  url: string;
  /** Drops it, cutting connections that are still open. */
  drop(): Promise<void>;
}

export interface DatabaseOptions {
  /** Default: a random name. */
  name?: string;
  /** Database to copy, for instance one that is already migrated. Nobody may be connected to it meanwhile. */
  template?: string;
}

/**
 * Creates a database on the server at `serverUrl` (any database of it). With a template this is a file copy of
 * some milliseconds, so that each test file can have its own.
 */
export async function createDatabase(serverUrl: string, options: DatabaseOptions = {}): Promise<Database> {
  const name = options.name ?? `db_${randomBytes(8).toString("hex")}`;
  const template = options.template
    ? ` TEMPLATE ${escapeIdentifier(options.template)} STRATEGY FILE_COPY`
    : "";
  await execute(serverUrl, `CREATE DATABASE ${escapeIdentifier(name)}${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return {
    name,
    url: url.href,
    drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
