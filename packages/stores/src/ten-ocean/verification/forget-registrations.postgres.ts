import { eq } from "drizzle-orm";
import type { Queryable } from "../../database.ts";
import { registrations } from "../../schema/ten-ocean-registrations.ts";

/** What was filled in by or for somebody who is erased. */
export async function forgetRegistrations(
  transaction: Queryable,
  { userId, email }: { userId: string; email?: string | undefined },
): Promise<void> {
  await transaction.delete(registrations).where(eq(registrations.userId, userId));
  if (email !== undefined) await transaction.delete(registrations).where(eq(registrations.email, email));
}
