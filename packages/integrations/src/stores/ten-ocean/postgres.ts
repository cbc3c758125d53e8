import { postgresDeliveries } from "../../deliveries/postgres.ts";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import type { TenOceanStores } from "./port.ts";
import { announcementsIn, digestsIn } from "./postgres/announcements.ts";
import { communityEventsIn } from "./postgres/community-events.ts";
import { forumIn } from "./postgres/forum.ts";
import { adminsIn, unitsIn } from "./postgres/house.ts";
import { maintenanceIn } from "./postgres/maintenance.ts";
import { preferencesIn } from "./postgres/preferences.ts";
import { residentsIn } from "./postgres/residents.ts";
import { rsvpsIn } from "./postgres/rsvps.ts";
import { verificationsIn } from "./postgres/verifications.ts";

/** The tenant association's state in Postgres; the tables come from `migrate` in `stores/postgres`. */
export function tenOceanStores(pool: Pool): TenOceanStores {
  const database = databaseOn(pool);
  return {
    units: guarded("stores/ten-ocean/units", unitsIn(database)),
    residents: guarded("stores/ten-ocean/residents", residentsIn(database)),
    verifications: guarded("stores/ten-ocean/verifications", verificationsIn(database)),
    admins: guarded("stores/ten-ocean/admins", adminsIn(database)),
    preferences: guarded("stores/ten-ocean/preferences", preferencesIn(database)),
    communityEvents: guarded("stores/ten-ocean/community-events", communityEventsIn(database)),
    rsvps: guarded("stores/ten-ocean/rsvps", rsvpsIn(database)),
    announcements: guarded("stores/ten-ocean/announcements", announcementsIn(database)),
    digests: guarded("stores/ten-ocean/digests", digestsIn(database)),
    maintenance: guarded("stores/ten-ocean/maintenance", maintenanceIn(database)),
    forum: guarded("stores/ten-ocean/forum", forumIn(database)),
    deliveries: postgresDeliveries(pool),
  };
}
