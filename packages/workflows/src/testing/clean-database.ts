import { randomBytes } from "node:crypto";
import { createDatabase } from "@org/local-stack";
import { createPool, type Pool } from "@org/stores/postgres";
import { inject } from "vitest";

interface CleanDatabase {
  pool: Pool;
  /** Gives the database back; the next one who takes it finds it clean. */
  release(): void;
}

/** Databases of this worker that nobody uses at the moment; the global setup drops them at the end. */
const free: Pool[] = [];

/**
 * A database with the demo data and nothing else. Emptying a used one takes a tenth of the time of another copy, so a
 * worker goes on with its own.
 */
export async function cleanDatabase(): Promise<CleanDatabase> {
  const pool = free.pop() ?? (await createCopy());
  await pool.query("select baseline.restore()");
  return { pool, release: () => free.push(pool) };
}

async function createCopy(): Promise<Pool> {
  const template = inject("templateDatabase");
  const name = `${template}_${randomBytes(4).toString("hex")}`;
  const database = await createDatabase(inject("postgresUrl"), { name, template });
  const pool = createPool({ databaseUrl: database.url });
  await pool.query(rememberBaseline);
  return pool;
}

/**
 * Keeps a copy of every table, and a function that puts the copies back; foreign keys are not looked at meanwhile. The
 * tables hold little, so deleting rows takes a twentieth of the time of truncating, which makes new files.
 */
const rememberBaseline = `
  create schema baseline;
  create view baseline.originals as
    select format('%I.%I', schemaname, tablename) as original, format('baseline.%I', schemaname || '.' || tablename) as copy
    from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'drizzle', 'baseline');
  do $$ declare item record; begin
    for item in select * from baseline.originals loop
      execute format('create table %s as table %s', item.copy, item.original);
    end loop;
  end $$;
  create function baseline.restore() returns void language plpgsql as $$ declare item record; begin
    set local session_replication_role = replica;
    for item in select * from baseline.originals loop
      execute format('delete from %s', item.original);
      execute format('insert into %s overriding system value select * from %s', item.original, item.copy);
    end loop;
    perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      from pg_sequences where schemaname not in ('drizzle', 'baseline');
  end $$;
`;
