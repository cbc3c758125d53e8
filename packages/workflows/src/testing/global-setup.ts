import { loadDemoData } from "@org/integrations/stores/load-demo-data";
import { mohallaMartStores } from "@org/integrations/stores/mohallamart/postgres";
import { createPool, migrate } from "@org/integrations/stores/postgres";
import { tenOceanStores } from "@org/integrations/stores/ten-ocean/postgres";
import { postgresGlobalSetup } from "@org/local-stack/vitest/postgres";

/** Every test starts from a copy of a migrated database with the demo data. */
export const setup = postgresGlobalSetup(async (databaseUrl) => {
  await migrate(databaseUrl);
  const pool = createPool({ databaseUrl });
  await loadDemoData({ mohallaMart: mohallaMartStores(pool), tenOcean: tenOceanStores(pool) });
  await pool.end();
});
