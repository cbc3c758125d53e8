import { testDatabase } from "../testing/database.ts";
import { emittedEvents } from "../testing/emitted.ts";
import { postgresOutbox } from "./postgres.ts";
import { reconcilerContract } from "./reconciler.contract.ts";
import { createReconciler } from "./reconciler.ts";
import { createRelay } from "./relay.ts";
import { recordingLog } from "./testing/engine.ts";
import { postgresEventTraces } from "./traces.ts";

const { pool } = await testDatabase();

reconcilerContract("Postgres", {
  outbox: postgresOutbox(pool),
  create: (options) => createReconciler({ pool, ...options }),
  relay: (client) => createRelay({ pool, client, log: recordingLog() }),
  traces: (options) => postgresEventTraces(pool, options),
  pass: (minutes) =>
    pool.query(
      `update platform.outbox set accepted_at = accepted_at - $1 * interval '1 minute',
       look_at = look_at - $1 * interval '1 minute', lost_since = lost_since - $1 * interval '1 minute'`,
      [minutes],
    ),
  emitted: () => emittedEvents(pool),
  traceCount: async () => (await pool.query("select from platform.event_traces")).rowCount ?? 0,
  async traced() {
    const { rows } = await pool.query(
      "select id from platform.outbox where traced_at is not null order by id",
    );
    return rows.map(({ id }) => id);
  },
  many: 1_200,
  reset: () => pool.query("truncate platform.outbox, platform.event_traces"),
});
