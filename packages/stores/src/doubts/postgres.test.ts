import { postgresDeliveries } from "../deliveries/postgres.ts";
import { postgresLedger } from "../ledger/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { emittedEvents } from "../testing/emitted.ts";
import { doubtContract } from "./contract.ts";
import { postgresDoubts } from "./postgres.ts";

const { pool } = await testDatabase();

doubtContract("Postgres", {
  doubts: postgresDoubts(pool),
  deliveries: postgresDeliveries(pool),
  ledger: postgresLedger(pool),
  emitted: () => emittedEvents(pool),
  age: () => pool.query("update platform.send_ledger set started_at = now() - interval '1 minute'"),
  reset: () =>
    pool.query("truncate platform.deliveries, platform.send_ledger, platform.runs_in_doubt, platform.outbox"),
});
