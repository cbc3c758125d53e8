import { eq } from "drizzle-orm";
import { databaseOn, guarded } from "../../database.ts";
import { pageLinks } from "../../links/page-links.ts";
import type { LinkSecrets } from "../../links/token.ts";
import type { Pool } from "../../postgres.ts";
import { residents, units } from "../../schema/ten-ocean.ts";
import type { RegistrationLinks } from "./port.ts";

/** The secrets are the apps' own: whoever has only the database cannot write a link. */
export function postgresRegistrationLinks(pool: Pool, secrets: LinkSecrets): RegistrationLinks {
  const database = databaseOn(pool);
  const links = pageLinks({
    secrets,
    purpose: "registration-link",
    async find(userId) {
      const [found] = await database
        .select({ generation: residents.linkGeneration, floor: units.floor })
        .from(residents)
        .leftJoin(units, eq(units.unitId, residents.unitId))
        .where(eq(residents.userId, userId));
      if (!found) return undefined;
      const { generation, floor } = found;
      return { parties: { userId, ...(floor !== null && { floor }) }, generation };
    },
  });
  return guarded("stores/ten-ocean/registration-links", links);
}
