import { eq, inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Queryable } from "../database.ts";
import { shopkeepers, staff, users } from "../schema/mohallamart.ts";
import { sessions } from "../schema/platform.ts";
import { admins, residents } from "../schema/ten-ocean.ts";
import { tenOceanSubjectPrefix } from "./subject.ts";

/**
 * Whoever signs in with an address may do something else from now on: the tokens of all their sessions are to be replaced
 * before they count again. In the transaction that changes what they may do.
 */
export async function replaceTokensOf(transaction: Queryable, email: string): Promise<void> {
  const address = email.toLowerCase();
  const has = (column: typeof shopkeepers.email | typeof admins.email) => eq(sql`lower(${column})`, address);
  const resident = sql<string>`${tenOceanSubjectPrefix}::text || ${residents.userId}`;
  const admin = sql<string>`${tenOceanSubjectPrefix}::text || ${admins.adminId}`;
  const subjects = unionAll(
    transaction
      .select({ subject: sql<string>`${users.userId}` })
      .from(users)
      .where(eq(users.email, address)),
    transaction
      .select({ subject: sql<string>`${shopkeepers.shopkeeperId}` })
      .from(shopkeepers)
      .where(has(shopkeepers.email)),
    transaction
      .select({ subject: sql<string>`${staff.staffId}` })
      .from(staff)
      .where(eq(staff.email, address)),
    transaction.select({ subject: resident }).from(residents).where(eq(residents.email, address)),
    transaction.select({ subject: admin }).from(admins).where(has(admins.email)),
  );
  await transaction.update(sessions).set({ standing: null }).where(inArray(sessions.userId, subjects));
}
