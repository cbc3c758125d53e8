import { testDatabase } from "../testing/database.ts";
import { postgresOutbox } from "./postgres.ts";
import { eventTraceContract } from "./traces.contract.ts";
import { postgresEventTraces } from "./traces.ts";

const { pool } = await testDatabase();

eventTraceContract("Postgres", {
  outbox: postgresOutbox(pool),
  create: (options) => postgresEventTraces(pool, options),
  async kept() {
    const { rows } = await pool.query(
      `select event_id as "eventId", function_id as "functionId", ended from platform.event_traces order by 1, 2`,
    );
    return rows;
  },
  stopLooking: (id) => pool.query("update platform.outbox set traced_at = now() where id = $1", [id]),
  async whileAway(act) {
    await pool.query("alter table platform.event_traces rename to away");
    await act();
    await pool.query("alter table platform.away rename to event_traces");
  },
  reset: () => pool.query("truncate platform.outbox, platform.event_traces"),
});
