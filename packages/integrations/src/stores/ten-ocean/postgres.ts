import { asc, eq, isNull, or, sql } from "drizzle-orm";
import { postgresDeliveries } from "../../deliveries/postgres.ts";
import { type Database, databaseOn, guarded } from "../database.ts";
import { insertNew } from "../insert-new.ts";
import type { Pool } from "../postgres.ts";
import { admins, units } from "../schema/ten-ocean.ts";
import type { Admin, Admins, TenOceanStores, Units } from "./port.ts";
import { residentsIn } from "./postgres/residents.ts";
import { verificationsIn } from "./postgres/verifications.ts";

/** The tenant association's state in Postgres; the tables come from `migrate` in `stores/postgres`. */
export function tenOceanStores(pool: Pool): TenOceanStores {
  const database = databaseOn(pool);
  return {
    units: guarded("stores/ten-ocean/units", unitsIn(database)),
    residents: guarded("stores/ten-ocean/residents", residentsIn(database)),
    verifications: guarded("stores/ten-ocean/verifications", verificationsIn(database)),
    admins: guarded("stores/ten-ocean/admins", adminsIn(database)),
    deliveries: postgresDeliveries(pool),
  };
}

function unitsIn(database: Database): Units {
  return {
    list: async () => await database.select().from(units).orderBy(asc(units.floor), asc(units.label)),
    add: (unit) =>
      insertNew(database, undefined, (transaction) =>
        transaction.insert(units).values(unit).onConflictDoNothing(),
      ),
  };
}

function adminsIn(database: Database): Admins {
  return {
    async list({ unitId } = {}) {
      const floorOfUnit = sql`(select floor from ${units} where unit_id = ${unitId})`;
      const rows = await database
        .select()
        .from(admins)
        .where(unitId === undefined ? undefined : or(isNull(admins.floor), eq(admins.floor, floorOfUnit)))
        .orderBy(asc(admins.adminId));
      return rows.map(admin);
    },
    add: (values) =>
      insertNew(database, undefined, (transaction) =>
        transaction.insert(admins).values(values).onConflictDoNothing(),
      ),
  };
}

function admin({ phone, floor, ...row }: typeof admins.$inferSelect): Admin {
  return { ...row, phone: phone ?? undefined, floor: floor ?? undefined };
}
