/** What is kept of a person and not in their file, and why. */
export interface LeftOut {
  /** As `platform.outbox`. */
  table: string;
  /** Only these of its columns; absent for the whole table, or for the rows that `rows` names. */
  columns?: readonly string[];
  /** Only some rows, in words. */
  rows?: string;
  why: string;
}

/** Everything that a product keeps of one person, as a file for themselves. */
export interface PersonalDataFile {
  /** Of this layout; another one gets another number. */
  format: "personal-data/1";
  product: "mohallamart" | "ten-ocean";
  userId: string;
  /** ISO 8601, UTC. */
  madeAt: string;
  /** Rows by table, with the columns' names; every table that is looked at is there, if only as an empty list. */
  tables: Record<string, Record<string, unknown>[]>;
  leftOut: readonly LeftOut[];
}

/** Gives people what a product keeps of them. */
export interface PersonalData {
  /**
   * All of one moment. Neither secrets nor hashes of them are in it, nor what others wrote.
   * @returns undefined when there is no such account, or no more.
   */
  of(userId: string): Promise<PersonalDataFile | undefined>;
}
