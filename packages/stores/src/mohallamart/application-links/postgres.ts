import { eq } from "drizzle-orm";
import { databaseOn, guarded } from "../../database.ts";
import { pageLinks } from "../../links/page-links.ts";
import type { LinkSecrets } from "../../links/token.ts";
import type { Pool } from "../../postgres.ts";
import { shopkeepers } from "../../schema/mohallamart.ts";
import type { ApplicationLinks } from "./port.ts";

/** An application keeps its address as long as it exists, so its links are of one generation. */
const generation = 1;

/** The secrets are the apps' own: whoever has only the database cannot write a link. */
export function postgresApplicationLinks(pool: Pool, secrets: LinkSecrets): ApplicationLinks {
  const database = databaseOn(pool);
  const links = pageLinks({
    secrets,
    purpose: "application-link",
    async find(shopkeeperId) {
      const [found] = await database
        .select({ applicantId: shopkeepers.applicantId })
        .from(shopkeepers)
        .where(eq(shopkeepers.shopkeeperId, shopkeeperId));
      if (!found) return undefined;
      const { applicantId } = found;
      return { parties: { shopkeeperId, ...(applicantId !== null && { applicantId }) }, generation };
    },
  });
  return guarded("stores/mohallamart/application-links", links);
}
