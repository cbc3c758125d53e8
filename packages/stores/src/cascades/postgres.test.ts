import { postgresDeadLetters } from "../dead-letters/postgres.ts";
import { postgresOutbox } from "../outbox/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { cascadesOver } from "./cascades-over.ts";
import { cascadeContract } from "./contract.ts";
import { postgresCascadeReads } from "./postgres.ts";

const { pool } = await testDatabase();

cascadeContract("Postgres", {
  cascades: cascadesOver(postgresCascadeReads(pool)),
  outbox: postgresOutbox(pool),
  async started(eventId, functionId) {
    await pool.query("update platform.outbox set accepted_at = created_at where id = $1", [eventId]);
    await pool.query(
      "insert into platform.event_traces (event_id, function_id, ended) values ($1, $2, false)",
      [eventId, functionId],
    );
  },
  record: postgresDeadLetters(pool).record,
  async reset() {
    await pool.query("truncate platform.outbox, platform.event_traces, platform.dead_letters");
  },
});
