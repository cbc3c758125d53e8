import { postgresDeliveries } from "../deliveries/postgres.ts";
import { postgresDoubts } from "../doubts/postgres.ts";
import { postgresLedger } from "../ledger/postgres.ts";
import { postgresSuppressions } from "../suppressions/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { deliveryReportContract } from "./contract.ts";
import { postgresDeliveryReports } from "./postgres.ts";

const { pool } = await testDatabase();

deliveryReportContract("Postgres", {
  reports: postgresDeliveryReports(pool),
  deliveries: postgresDeliveries(pool),
  doubts: postgresDoubts(pool),
  ledger: postgresLedger(pool),
  suppressions: postgresSuppressions(pool),
  forgetReports: () => pool.query("truncate platform.delivery_reports"),
  suppressionRows: async () => (await pool.query("select * from platform.suppressions")).rows,
  reset: () =>
    pool.query(
      "truncate platform.deliveries, platform.delivery_reports, platform.suppressions, platform.send_ledger",
    ),
});
