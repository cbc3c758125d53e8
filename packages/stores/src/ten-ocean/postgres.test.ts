import { testDatabase } from "../testing/database.ts";
import { emittedEvents } from "../testing/emitted.ts";
import { emptyTables } from "../testing/empty-tables.ts";
import { tenOceanContract } from "./contract.ts";
import { tenOceanStores } from "./postgres.ts";

const { pool } = await testDatabase();

tenOceanContract("Postgres", {
  stores: tenOceanStores(pool),
  emitted: () => emittedEvents(pool),
  passTime: async (table, column, interval) => {
    await pool.query(`update ${table} set ${column} = ${column} - interval '${interval}'`);
  },
  reset: async () => {
    await emptyTables(pool, [
      "ten_ocean.post_tellings",
      "ten_ocean.telling_windows",
      "ten_ocean.topic_choices",
      "ten_ocean.topic_readings",
      "ten_ocean.posts",
      "ten_ocean.topics",
      "ten_ocean.rsvps",
      "ten_ocean.community_event_changes",
      "ten_ocean.community_events",
      "ten_ocean.announcements",
      "ten_ocean.maintenance_entries",
      "ten_ocean.digests",
      "ten_ocean.maintenance_requests",
      "ten_ocean.verifications",
      "ten_ocean.email_changes",
      "ten_ocean.registrations",
      "ten_ocean.residents",
      "ten_ocean.removed_residents",
      "ten_ocean.notifications",
      "ten_ocean.units",
      "ten_ocean.admins",
      "platform.outbox",
    ]);
  },
});
