import { createDatabase, type Postgres, startPostgres } from "@org/local-stack";
import { loadDemoData } from "@org/stores/demo-data/load-demo-data";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, migrate, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";

/**
 * Postgres whose `now()` shows the time of the simulation: a function of that name in a schema that comes before
 * `pg_catalog`, so that columns' defaults and statements find it first. Each connection is told the time when it is taken
 * from the pool.
 */
const virtualClock = `
  create schema city;
  create function city.now() returns timestamptz language sql stable as
    $$ select coalesce(nullif(current_setting('city.now', true), '')::timestamptz, pg_catalog.now()) $$;
`;

const searchPath = "-c search_path=city,pg_catalog,public";

export interface CityServer {
  /** A database with the demo data, and no other connection than the pool's one: statements keep their order. */
  openDatabase(options: { now: () => number; onEvents: () => void }): Promise<CityDatabase>;
  stop(): Promise<void>;
}

interface CityDatabase {
  pool: Pool;
  close(): Promise<void>;
}

/** Starts a Postgres of its own, with a migrated template from which each play's database is copied. */
export async function startServer(): Promise<CityServer> {
  const server = await startPostgres();
  const template = await createTemplate(server);
  return {
    async openDatabase({ now, onEvents }) {
      const database = await createDatabase(server.url, { template });
      const bare = createPool({ databaseUrl: inCity(database.url), maxConnections: 1 });
      const pool = onVirtualTime(bare, { now, onEvents });
      return {
        pool,
        async close() {
          await pool.end();
          await database.drop();
        },
      };
    },
    stop: () => server.stop(),
  };
}

async function createTemplate(server: Postgres): Promise<string> {
  const settings = createPool({ databaseUrl: server.url, maxConnections: 1 });
  // Whatever runs by its own clock would change where rows lie, and so the order in which they are found.
  await settings.query("alter system set autovacuum = off");
  await settings.query("alter system set jit = off");
  await settings.query("select pg_reload_conf()");
  await settings.end();
  const { name, url } = await createDatabase(server.url);
  const bare = createPool({ databaseUrl: url, maxConnections: 1 });
  await bare.query(virtualClock);
  await bare.end();
  await migrate(inCity(url));
  const pool = createPool({ databaseUrl: inCity(url), maxConnections: 1 });
  await pool.query("select set_config('city.now', '2026-10-01T00:00:00Z', false)");
  await loadDemoData({ mohallaMart: mohallaMartStores(pool), tenOcean: tenOceanStores(pool) });
  await pool.query("vacuum analyze");
  await pool.end();
  return name;
}

function inCity(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", searchPath);
  return url.href;
}

type Client = Pool["connect"] extends { (): Promise<infer Taken>; (...values: never[]): unknown }
  ? Taken
  : never;
type Connected = (error: Error | undefined, client: Client | undefined, release: Client["release"]) => void;

interface Heard {
  now: () => number;
  /** Word of the outbox comes on the same connection, with the commit and before its answer. */
  onEvents: () => void;
}

/** The pool, whose connections know the time before whoever takes one can ask for it. */
function onVirtualTime(pool: Pool, { now, onEvents }: Heard): Pool {
  const told = new WeakMap<Client, number>();
  const connect: () => Promise<Client> = pool.connect.bind(pool);

  async function connectInTime(): Promise<Client> {
    const client = await connect();
    const time = now();
    if (told.get(client) === time) return client;
    if (!told.has(client)) {
      client.on("notification", onEvents);
      await client.query("listen outbox");
    }
    await client.query("select set_config('city.now', $1, false)", [new Date(time).toISOString()]);
    told.set(client, time);
    return client;
  }

  return Object.assign(pool, {
    connect(callback?: Connected) {
      const connected = connectInTime();
      if (!callback) return connected;
      connected.then(
        (client) => callback(undefined, client, client.release),
        (error: Error) => callback(error, undefined, () => undefined),
      );
      return undefined;
    },
  });
}
