import { databaseOn, guarded } from "../database.ts";
import { postgresDeliveries } from "../deliveries/postgres.ts";
import type { Pool } from "../postgres.ts";
import { residents } from "../schema/ten-ocean.ts";
import { unsubscribeTokens } from "../schema/ten-ocean-notifications.ts";
import { unsubscribeTokensIn } from "../unsubscribe/tokens.postgres.ts";
import { announcementsIn } from "./community/announcements.postgres.ts";
import { communityEventsIn } from "./community/postgres.ts";
import { rsvpsIn } from "./community/rsvps.postgres.ts";
import { digestsIn } from "./digest/postgres.ts";
import { forumIn } from "./forum/postgres.ts";
import { maintenanceIn } from "./maintenance/postgres.ts";
import { notificationListsIn } from "./notifications/lists.postgres.ts";
import { membersIn } from "./notifications/members.postgres.ts";
import { preferencesIn } from "./notifications/postgres.ts";
import type { TenOceanStores } from "./port.ts";
import { emailChangesIn } from "./verification/email-changes.postgres.ts";
import { adminsIn, unitsIn } from "./verification/house.postgres.ts";
import { verificationsIn } from "./verification/postgres.ts";
import { registrationsIn } from "./verification/registrations.postgres.ts";
import { residentsIn } from "./verification/residents.postgres.ts";

/** The tenant association's state in Postgres; the tables come from `migrate` in `stores/postgres`. */
export function tenOceanStores(pool: Pool): TenOceanStores {
  const database = databaseOn(pool);
  return {
    units: guarded("stores/ten-ocean/units", unitsIn(database)),
    residents: guarded("stores/ten-ocean/residents", residentsIn(database)),
    registrations: guarded("stores/ten-ocean/registrations", registrationsIn(database)),
    verifications: guarded("stores/ten-ocean/verifications", verificationsIn(database)),
    admins: guarded("stores/ten-ocean/admins", adminsIn(database)),
    members: guarded("stores/ten-ocean/members", membersIn(database)),
    emailChanges: guarded("stores/ten-ocean/email-changes", emailChangesIn(database)),
    preferences: guarded("stores/ten-ocean/preferences", preferencesIn(database)),
    unsubscribeTokens: guarded(
      "stores/ten-ocean/unsubscribe-tokens",
      unsubscribeTokensIn(database, { people: residents, tokens: unsubscribeTokens }),
    ),
    notifications: guarded("stores/ten-ocean/notifications", notificationListsIn(database)),
    communityEvents: guarded("stores/ten-ocean/community-events", communityEventsIn(database)),
    rsvps: guarded("stores/ten-ocean/rsvps", rsvpsIn(database)),
    announcements: guarded("stores/ten-ocean/announcements", announcementsIn(database)),
    digests: guarded("stores/ten-ocean/digests", digestsIn(database)),
    maintenance: guarded("stores/ten-ocean/maintenance", maintenanceIn(database)),
    forum: guarded("stores/ten-ocean/forum", forumIn(database)),
    deliveries: postgresDeliveries(pool),
  };
}
