import { postgresGlobalSetup } from "@org/local-stack/vitest/postgres";
import { loadDemoData } from "@org/stores/demo-data/load-demo-data";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, migrate } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";

/** Every test starts from a copy of a migrated database with the demo data. */
export const setup = postgresGlobalSetup(async (databaseUrl) => {
  await migrate(databaseUrl);
  const pool = createPool({ databaseUrl });
  await loadDemoData({ mohallaMart: mohallaMartStores(pool), tenOcean: tenOceanStores(pool) });
  await pool.end();
});
