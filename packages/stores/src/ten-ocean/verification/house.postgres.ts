import { asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { insertNew } from "../../insert-new.ts";
import { admins, units } from "../../schema/ten-ocean.ts";
import { replaceTokensOf } from "../../sessions/role-changes.postgres.ts";
import type { Admin, Admins, Units } from "../port.ts";
import { UnknownUnitError } from "./errors.ts";

export function unitsIn(database: Database): Units {
  return {
    list: async () => await database.select().from(units).orderBy(asc(units.floor), asc(units.label)),
    add: (unit) =>
      insertNew(database, undefined, (transaction) =>
        transaction.insert(units).values(unit).onConflictDoNothing(),
      ),
  };
}

/** @throws UnknownUnitError */
export async function requireUnit(queryable: Queryable, unitId: string): Promise<void> {
  const found = await queryable.select().from(units).where(eq(units.unitId, unitId));
  if (found.length === 0) throw new UnknownUnitError(unitId);
}

export function adminsIn(database: Database): Admins {
  return {
    async list({ unitId } = {}) {
      const floorOfUnit = sql`(select floor from ${units} where unit_id = ${unitId})`;
      const rows = await database
        .select()
        .from(admins)
        .where(unitId === undefined ? undefined : or(isNull(admins.floor), eq(admins.floor, floorOfUnit)))
        .orderBy(asc(admins.adminId));
      return rows.map(adminFrom);
    },
    async get(adminId) {
      const [row] = await database.select().from(admins).where(eq(admins.adminId, adminId));
      return row && adminFrom(row);
    },
    async findByEmail(email) {
      const rows = await database
        .select()
        .from(admins)
        .where(eq(sql`lower(${admins.email})`, email.toLowerCase()))
        .orderBy(asc(admins.adminId));
      return rows.map(adminFrom);
    },
    add: (values) =>
      insertNew(database, undefined, async (transaction) => {
        const added = await transaction.insert(admins).values(values).onConflictDoNothing();
        if (added.rowCount === 1) await replaceTokensOf(transaction, values.email);
        return added;
      }),
  };
}

function adminFrom({ phone, floor, ...row }: typeof admins.$inferSelect): Admin {
  return { ...row, phone: phone ?? undefined, floor: floor ?? undefined };
}
