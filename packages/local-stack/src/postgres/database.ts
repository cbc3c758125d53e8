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
    async drop() {
      await execute(serverUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    },
  };
}

/** Drops the database `name`, and all that are named after it: `<name>_…`. */
export async function dropDatabases(serverUrl: string, name: string): Promise<void> {
  const named =
    "select datname as name from pg_database where datname = $1 or starts_with(datname, $1 || '_')";
  for (const found of await execute<{ name: string }>(serverUrl, named, [name])) {
    await execute(serverUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(found.name)} WITH (FORCE)`);
  }
}

async function execute<Row extends object>(
  url: string,
  statement: string,
  values?: string[],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
