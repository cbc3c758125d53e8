import { testDatabase } from "../testing/database.ts";
import { suppressionContract } from "./contract.ts";
import { postgresSuppressions } from "./postgres.ts";

const { pool } = await testDatabase();

suppressionContract("Postgres", {
  suppressions: postgresSuppressions(pool),
  reset: () => pool.query("truncate platform.suppressions"),
});
