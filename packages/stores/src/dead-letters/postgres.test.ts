import { testDatabase } from "../testing/database.ts";
import { deadLetterContract } from "./contract.ts";
import { postgresDeadLetters } from "./postgres.ts";

const { pool } = await testDatabase();

deadLetterContract("Postgres", postgresDeadLetters(pool), async () => {
  await pool.query("truncate platform.dead_letters");
});
