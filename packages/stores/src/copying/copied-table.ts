import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { type Document, documentOf, type Fields, type Row, rowOf } from "./fields.ts";

/** Rows of Postgres that are one document, by the table that each is in. */
export interface TableRow {
  /** As `mohallamart.order_lines`. */
  table: string;
  row: Row;
}

/** Further rows of a document. */
interface Part {
  table: PgTable;
  /** The column that names the first row's key. */
  of: string;
  /** SQL. */
  orderBy: string;
}

/** A table of Convex's with what it is made of, and how. */
export interface CopiedTable {
  /** Convex's. */
  name: string;
  table: PgTable;
  /** Columns by which rows are in order and told apart; where the order of making counts, that. */
  order: readonly string[];
  parts: readonly Part[];
  /** Which rows of a table that both products share are the marketplace's; SQL on `t`. Default: all. */
  mine?: string;
  /** Whether rows stay that are of both products: nobody can tell from them whose they are. */
  isShared: boolean;
  /** Columns worked out with each row, which are read and not written: SQL on `t`. */
  also: Readonly<Record<string, string>>;
  /** Columns for which Convex has no place: they stand beside the document. */
  beside: readonly string[];
  /** What a document of it has. */
  fieldNames: readonly string[];
  /** SQL of what rows are read from as `t`. Default: the table. Of a table that Postgres has no rows of. */
  from?: string;
  /** @throws Error when there are not the rows that make one. */
  toDocument(rows: readonly TableRow[]): Document;
  toRows(document: Document): TableRow[];
}

export type Copied = Pick<CopiedTable, "name" | "table"> &
  Partial<Omit<CopiedTable, "name" | "table">> & { fields: Fields };

/** @param copied.fields of the first row */
export function copied({ fields, ...given }: Copied): CopiedTable {
  const { table } = given;
  return {
    order: keyOf(table),
    parts: [],
    isShared: false,
    also: {},
    beside: [],
    fieldNames: Object.keys(fields),
    toDocument: (rows) => documentOf(fields, firstOf(rows)),
    toRows: (document) => [{ table: nameOf(table), row: rowOf(fields, document) }],
    ...given,
  };
}

export function firstOf([first]: readonly TableRow[]): Row {
  if (!first) throw new Error("A document is made of one row at least.");
  return first.row;
}

/** As `platform.outbox`. */
export function nameOf(table: PgTable): string {
  const { schema, name } = getTableConfig(table);
  return `${schema}.${name}`;
}

/** The columns of the primary key. */
export function keyOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const [key] = primaryKeys;
  return (key?.columns ?? columns.filter(({ primary }) => primary)).map(({ name }) => name);
}

/** SQL types by column. */
export function typesOf(table: PgTable): ReadonlyMap<string, string> {
  return new Map(getTableConfig(table).columns.map((column) => [column.name, column.getSQLType()]));
}

/** The columns that number rows by themselves. */
export function numberedOf(table: PgTable): string[] {
  return getTableConfig(table)
    .columns.filter(({ generatedIdentity }) => generatedIdentity !== undefined)
    .map(({ name }) => name);
}
