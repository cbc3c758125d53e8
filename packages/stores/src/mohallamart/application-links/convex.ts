import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { pageLinks } from "../../links/page-links.ts";
import type { LinkSecrets } from "../../links/token.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { ApplicationLinks } from "./port.ts";

/** An application keeps its address as long as it exists, so its links are of one generation. */
const generation = 1;

export function convexApplicationLinks(deployment: ConvexDeployment, secrets: LinkSecrets): ApplicationLinks {
  const { query } = marketCalls(deployment, "application-links");
  return pageLinks({
    secrets,
    purpose: "application-link",
    async find(shopkeeperId) {
      const found = await query(functions.shopkeepers.get, { shopkeeperId });
      if (!found) return undefined;
      const { applicantId } = found;
      return { parties: { shopkeeperId, ...(applicantId !== undefined && { applicantId }) }, generation };
    },
  });
}
