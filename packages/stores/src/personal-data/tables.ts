import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../database.ts";
import type { LeftOut } from "./port.ts";

/** By what somebody's rows are found. */
export interface Owner {
  userId: string;
  /** Lower case. */
  email: string;
  /** Under which they sign in. */
  subject: string;
}

/** The columns of a table that a person gets, and which rows are theirs. */
export interface ExportedTable {
  table: string;
  columns: readonly string[];
  isTheirs(owner: Owner): SQL;
}

/** What of a product's tables is in somebody's file, and what is not. */
export interface ExportedTables {
  tables: readonly ExportedTable[];
  leftOut: readonly LeftOut[];
}

/** @param columns apart by spaces; only what is named is given out, so that a new secret is not */
export function exported(table: string, columns: string, isTheirs: (owner: Owner) => SQL): ExportedTable {
  return { table, columns: columns.split(" "), isTheirs };
}

export const byUser = ({ userId }: Owner) => sql`user_id = ${userId}`;
export const bySubject = ({ subject }: Owner) => sql`user_id = ${subject}`;

export async function rowsOf(
  transaction: Queryable,
  { table, columns, isTheirs }: ExportedTable,
  owner: Owner,
): Promise<Record<string, unknown>[]> {
  const names = sql.raw(columns.map((column) => `"${column}"`).join(", "));
  const { rows } = await transaction.execute<{ row: Record<string, unknown> }>(
    sql`select row_to_json(t) as row from (
          select ${names} from ${sql.raw(table)} where ${isTheirs(owner)} order by 1, 2
        ) t`,
  );
  return rows.map(({ row }) => row);
}
