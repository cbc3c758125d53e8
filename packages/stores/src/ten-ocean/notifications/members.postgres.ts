import { asc, inArray } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { admins, residents } from "../../schema/ten-ocean.ts";
import type { Member, Members } from "../port.ts";

export function membersIn(database: Database): Members {
  return {
    async list(userIds) {
      if (userIds.length === 0) return [];
      const ids = [...userIds];
      const { userId, firstName, email, standing } = residents;
      const people = await database
        .select({ userId, firstName, email, standing })
        .from(residents)
        .where(inArray(userId, ids))
        .orderBy(asc(userId));
      const officers = await database
        .select({ userId: admins.adminId, firstName: admins.name, email: admins.email })
        .from(admins)
        .where(inArray(admins.adminId, ids))
        .orderBy(asc(admins.adminId));
      return [
        ...officers.map((row): Member => ({ ...row, role: "admin" })),
        ...people.map((row): Member => ({ ...row, role: "resident" })),
      ];
    },
  };
}
