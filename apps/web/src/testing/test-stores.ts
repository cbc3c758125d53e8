import { createDatabase } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool } from "@org/stores/postgres";
import { afterAll, inject } from "vitest";

/** The marketplace's real stores on an empty database of the test file's own. */
export async function testStores() {
  const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
  const pool = createPool({ databaseUrl: database.url });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  return mohallaMartStores(pool);
}
