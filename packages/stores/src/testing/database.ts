import { createDatabase } from "@org/local-stack";
import { afterAll, inject } from "vitest";
import { createPool, type Pool } from "../postgres.ts";

export interface TestDatabase {
  /** Straight to the server. */
  url: string;
  /** Through the pooler, where the run has one. */
  pool: Pool;
}

/** A database of the test file's own, with all tables and no rows; dropped when the file's tests have ended. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  const poolerUrl = inject("poolerUrl");
  const pool = poolerUrl
    ? createPool({
        databaseUrl: new URL(new URL(database.url).pathname, poolerUrl).href,
        transactionPooler: true,
      })
    : createPool({ databaseUrl: database.url });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  return { url: database.url, pool };
}
