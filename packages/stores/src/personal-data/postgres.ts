import { eq } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { users } from "../schema/mohallamart.ts";
import { residents } from "../schema/ten-ocean.ts";
import { tenOceanSubject } from "../sessions/subject.ts";
import { mohallaMartExport } from "./mohallamart.ts";
import type { PersonalData, PersonalDataFile } from "./port.ts";
import { type ExportedTables, rowsOf } from "./tables.ts";
import { tenOceanExport } from "./ten-ocean.ts";

/** What the marketplace keeps of its customers. */
export function mohallaMartPersonalData(pool: Pool): PersonalData {
  return personalDataIn(pool, {
    product: "mohallamart",
    people: users,
    subjectOf: (userId) => userId,
    ...mohallaMartExport,
  });
}

/** What the tenant association keeps of its residents. */
export function tenOceanPersonalData(pool: Pool): PersonalData {
  return personalDataIn(pool, {
    product: "ten-ocean",
    people: residents,
    subjectOf: tenOceanSubject,
    ...tenOceanExport,
  });
}

interface Source extends ExportedTables {
  product: PersonalDataFile["product"];
  people: PgTable & Record<"userId" | "email", PgColumn>;
  /** Under which somebody signs in. */
  subjectOf(userId: string): string;
}

function personalDataIn(pool: Pool, { product, people, subjectOf, tables, leftOut }: Source): PersonalData {
  const database = databaseOn(pool);
  return guarded<PersonalData>(`stores/personal-data/${product}`, {
    of: (userId) =>
      database.transaction(
        async (transaction) => {
          const [person] = await transaction
            .select({ email: people.email })
            .from(people)
            .where(eq(people.userId, userId));
          if (!person) return undefined;
          const owner = { userId, email: String(person.email), subject: subjectOf(userId) };
          const found: PersonalDataFile["tables"] = {};
          for (const each of tables) found[each.table] = await rowsOf(transaction, each, owner);
          const madeAt = new Date().toISOString();
          return { format: "personal-data/1", product, userId, madeAt, tables: found, leftOut };
        },
        { isolationLevel: "repeatable read", accessMode: "read only" },
      ),
  });
}
