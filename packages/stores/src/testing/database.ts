import { createDatabase } from "@org/local-stack";
import { afterAll, inject } from "vitest";
import { createPool, type Pool } from "../postgres.ts";

export interface TestDatabase {
  url: string;
  pool: Pool;
}

/** A database of the test file's own, with all tables and no rows; dropped when the file's tests have ended. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  const pool = createPool({ databaseUrl: database.url });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  return { url: database.url, pool };
}
