import { asc, eq } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { insertNew } from "../../insert-new.ts";
import { staff } from "../../schema/mohallamart.ts";
import { replaceTokensOf } from "../../sessions/role-changes.postgres.ts";
import type { Staff } from "../port.ts";

export function staffIn(database: Database): Staff {
  return {
    list: async () => await database.select().from(staff).orderBy(asc(staff.staffId)),

    async get(staffId) {
      const [row] = await database.select().from(staff).where(eq(staff.staffId, staffId));
      return row;
    },

    async findByEmail(email) {
      const [row] = await database.select().from(staff).where(eq(staff.email, email.toLowerCase()));
      return row;
    },

    add: ({ email, ...rest }) =>
      insertNew(database, undefined, async (transaction) => {
        const person = { ...rest, email: email.toLowerCase() };
        const added = await transaction.insert(staff).values(person).onConflictDoNothing();
        if (added.rowCount === 1) await replaceTokensOf(transaction, email);
        return added;
      }),
  };
}
