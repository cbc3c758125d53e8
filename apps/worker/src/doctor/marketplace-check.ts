import { type Check, ok } from "./check.ts";

/**
 * Of a marketplace that is in Convex; one in Postgres is looked at with its database.
 * @param check rejects with what to set right; undefined when there is no deployment
 */
export function marketplaceChecks(check: (() => Promise<void>) | undefined): Check[] {
  if (check === undefined) return [];
  return [
    {
      name: "marketplace",
      async look() {
        await check();
        return ok("in Convex: the deployment answers, takes the key, and has functions that are new enough");
      },
    },
  ];
}
