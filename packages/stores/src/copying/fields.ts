/** A value of a column: times as ISO 8601 in UTC to the microsecond, JSON as its text. */
export type Cell = string | number | boolean | null | readonly string[];

/** By column. */
export type Row = Readonly<Record<string, Cell>>;

export type Value = string | number | boolean | Value[] | { [name: string]: Value | undefined };

/** A document of Convex's, without what Convex adds. */
export type Document = Readonly<Record<string, Value | undefined>>;

/** One field of a document, and the columns that it is kept in. */
export interface Field {
  /** @returns undefined where the document has no such field */
  read(row: Row): Value | undefined;
  /** Absent of what follows from other fields. */
  write?(value: Value | undefined): Row;
}

export type Fields = Readonly<Record<string, Field>>;

/** The column as it is: text, numbers, booleans, lists, and JSON whose text is kept. */
export function same(column: string): Field {
  return {
    read: (row) => fieldOf(row[column]),
    write: (value) => ({ [column]: cellOf(value) }),
  };
}

/** Milliseconds since 1970; what is finer stands beside the document. */
export function time(column: string): Field {
  return {
    read: (row) => millisecondsOf(row[column]),
    write: (value) => ({ [column]: timestampOf(value) }),
  };
}

/** JSON that Convex keeps as fields of its own. */
export function json(column: string): Field {
  return {
    read: (row) => parsed(row[column]),
    write: (value) => ({ [column]: value === undefined ? null : JSON.stringify(value) }),
  };
}

/** Several columns as one object; absent where the first of them is null. */
export function group(fields: Fields): Field {
  const [[first = ""] = []] = Object.entries(fields).map(([name]) => [name]);
  return {
    read(row) {
      const values = documentOf(fields, row);
      return values[first] === undefined ? undefined : { ...values };
    },
    write: (value) => rowOf(fields, Object(value)),
  };
}

/** What follows from the row, so that going back nothing is written of it. */
export function derived(read: (row: Row) => Value | undefined): Field {
  return { read };
}

export function documentOf(fields: Fields, row: Row): Document {
  const values = Object.entries(fields).map(([name, field]) => [name, field.read(row)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

export function rowOf(fields: Fields, document: Document): Row {
  const rows = Object.entries(fields).map(([name, field]) => field.write?.(document[name]) ?? {});
  return Object.assign({}, ...rows);
}

export function millisecondsOf(cell: Cell | undefined): number | undefined {
  return typeof cell === "string" ? Date.parse(cell) : undefined;
}

export function timestampOf(value: Value | undefined): string | null {
  return typeof value === "number" ? new Date(value).toISOString().replace("Z", "000Z") : null;
}

function fieldOf(cell: Cell | undefined): Value | undefined {
  if (cell === null || cell === undefined) return undefined;
  return isList(cell) ? [...cell] : cell;
}

function isList(cell: Cell): cell is readonly string[] {
  return Array.isArray(cell);
}

function cellOf(value: Value | undefined): Cell {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "object" ? JSON.stringify(value) : value;
}

function parsed(cell: Cell | undefined): Value | undefined {
  if (typeof cell !== "string") return undefined;
  const value: Value | null = JSON.parse(cell);
  return value ?? undefined;
}
