import { testDatabase } from "../../testing/database.ts";
import { emittedEvents } from "../../testing/emitted.ts";
import { tenOceanContract } from "./contract.ts";
import { tenOceanStores } from "./postgres.ts";

const { pool } = await testDatabase();

tenOceanContract("Postgres", {
  stores: tenOceanStores(pool),
  emitted: () => emittedEvents(pool),
  reset: async () => {
    await pool.query(
      "truncate ten_ocean.residents, ten_ocean.units, ten_ocean.admins, platform.outbox cascade",
    );
  },
});
