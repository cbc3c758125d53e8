import { testDatabase } from "../testing/database.ts";
import { stepFailureContract } from "./contract.ts";
import { postgresStepFailures } from "./postgres.ts";

const { pool } = await testDatabase();

stepFailureContract("Postgres", {
  failures: postgresStepFailures(pool),
  age: async () => {
    await pool.query("update platform.step_failures set failed_at = now() - interval '31 days'");
  },
  count: async () => (await pool.query("select from platform.step_failures")).rowCount ?? 0,
  reset: async () => {
    await pool.query("truncate platform.step_failures");
  },
});
