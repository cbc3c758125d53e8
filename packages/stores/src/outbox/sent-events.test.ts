import { testDatabase } from "../testing/database.ts";
import { postgresOutbox } from "./postgres.ts";
import { createRelay } from "./relay.ts";
import { sentEventContract } from "./sent-events.contract.ts";
import { postgresSentEvents } from "./sent-events.ts";
import { recordingLog } from "./testing/engine.ts";

const { pool } = await testDatabase();

sentEventContract("Postgres", {
  events: postgresSentEvents(pool),
  outbox: postgresOutbox(pool),
  relay: (client) => createRelay({ pool, client, log: recordingLog() }),
  kept: async () => (await pool.query("select id, name, payload from platform.outbox order by id")).rows,
  /** The transactions that inserted into the outbox, by the rows' own transaction ids. */
  async writes() {
    const { rows } = await pool.query("select count(distinct xmin::text)::int as count from platform.outbox");
    return rows[0].count;
  },
  unwritable: { id: "\0", name: "order.paid", data: {} },
  async whileAway(act) {
    await pool.query("alter table platform.outbox rename to away");
    await act();
    await pool.query("alter table platform.away rename to outbox");
  },
  reset: () => pool.query("truncate platform.outbox, platform.event_traces"),
});
