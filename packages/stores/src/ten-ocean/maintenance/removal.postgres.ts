import { eq, inArray, or, sql } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { maintenanceEntries, maintenanceRequests } from "../../schema/ten-ocean-maintenance.ts";

/**
 * Takes every text away that somebody wrote about repairs, and every text on their own requests: whoever answered may
 * have named them. Numbers, dates, places and categories stay; what they were in charge of is nobody's again.
 */
export async function eraseWords(transaction: Queryable, userId: string): Promise<void> {
  const { requestId, assigneeId, resolvedBy, area } = maintenanceRequests;
  const isTheirs = eq(maintenanceRequests.userId, userId);
  const own = transaction.select({ requestId }).from(maintenanceRequests).where(isTheirs);
  await transaction
    .update(maintenanceEntries)
    .set({ text: null })
    .where(or(eq(maintenanceEntries.by, userId), inArray(maintenanceEntries.requestId, own)));
  await transaction
    .update(maintenanceRequests)
    .set({
      description: "",
      area: sql`case when ${area} is not null then 'Common area' end`,
      resolution: null,
    })
    .where(isTheirs);
  await transaction.update(maintenanceRequests).set({ resolution: null }).where(eq(resolvedBy, userId));
  await transaction.update(maintenanceRequests).set({ assigneeId: null }).where(eq(assigneeId, userId));
}
