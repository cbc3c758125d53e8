import type { CopiedTable } from "./copied-table.ts";
import { CopyRefusedError } from "./refusals.ts";
import { type CopySide, cursorOf, type Position, type Progress } from "./side.ts";

export interface CopyOptions {
  from: CopySide;
  to: CopySide;
  tables: readonly CopiedTable[];
  /** A line of progress. */
  say(line: string): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** The last copy before the switch: the source leaves to the target what waits to be sent. */
  handsOver: boolean;
}

export interface TableCounts {
  table: string;
  source: number;
  target: number;
}

export interface CopyReport {
  tables: TableCounts[];
  /** Rows that this run wrote. */
  written: number;
  /** Events that the source's relay would still send. */
  waiting: number;
  handedOver: boolean;
}

/**
 * Copies the marketplace, or goes on where an earlier run ended, and compares the counts.
 * @throws CopyRefusedError; whatever was written stays, and the same command goes on
 */
export async function copyStores(options: CopyOptions): Promise<CopyReport> {
  const { from, to, say, handsOver } = options;
  const tables = tablesTo(to, options.tables);
  await assertWhole(from);
  const before = await from.waiting();
  const known = await beginOrGoOn(options, tables);
  let written = 0;
  for (const progress of known.filter(({ state }) => state === "copying"))
    written += await copyTable(options, tables, progress);
  const waiting = await from.waiting();
  if (waiting > before)
    say(
      `warning: ${waiting - before} events came into the source's outbox meanwhile: somebody still writes to it.`,
    );
  const counts = await compared(options, tables);
  await to.finish();
  if (handsOver) await from.handOver();
  return { tables: counts, written, waiting: handsOver ? 0 : waiting, handedOver: handsOver };
}

/** Rows of both, without copying anything. */
export async function countStores(
  options: Pick<CopyOptions, "from" | "to" | "tables">,
): Promise<TableCounts[]> {
  const counts: TableCounts[] = [];
  for (const table of tablesTo(options.to, options.tables)) {
    const [source, target] = [await options.from.count(table), await options.to.count(table)];
    counts.push({ table: table.name, source, target });
  }
  return counts;
}

/** What Postgres has no rows of goes to Convex alone. */
function tablesTo(to: CopySide, tables: readonly CopiedTable[]): CopiedTable[] {
  return tables.filter(({ from }) => from === undefined || to.name === "convex");
}

async function assertWhole({ name, progress }: CopySide): Promise<void> {
  const known = await progress();
  if (known.every(({ state }) => state === "compared")) return;
  throw new CopyRefusedError(
    "source-not-whole",
    `A copy into ${name} was begun and not finished: it has only a part of the marketplace. Finish that one first.`,
  );
}

/** @returns how far each table is */
async function beginOrGoOn(
  { from, to, handsOver }: CopyOptions,
  tables: readonly CopiedTable[],
): Promise<Progress[]> {
  const known = await to.progress();
  if (known.length === 0) {
    const filled = await to.filled(tables);
    if (filled.length > 0) throw notEmpty(to, filled);
    await to.begin(from.fingerprint, tables);
    return inOrder(await to.progress(), tables);
  }
  if (known.some(({ source }) => source !== from.fingerprint))
    throw new CopyRefusedError(
      "other-source",
      `A copy from another address was begun in ${to.name}. Go on with that one, or empty the marketplace there: pnpm stores clear --store ${to.name} --yes.`,
    );
  const isCompared = known.every(({ state }) => state === "compared");
  if (isCompared && !handsOver)
    throw new CopyRefusedError(
      "already-copied",
      `Everything was copied to ${to.name} and compared before. To copy anew, empty it: pnpm stores clear --store ${to.name} --yes.`,
    );
  return inOrder(known, tables);
}

function inOrder(known: readonly Progress[], tables: readonly CopiedTable[]): Progress[] {
  return tables.flatMap(({ name }) => known.find(({ table }) => table === name) ?? []);
}

function notEmpty(to: CopySide, filled: readonly string[]): CopyRefusedError {
  const more = filled.length > 5 ? ` and ${filled.length - 5} more` : "";
  return new CopyRefusedError(
    "target-not-empty",
    `There is something in ${to.name} already: ${filled.slice(0, 5).join(", ")}${more}. Nothing is copied over it. If it may go: pnpm stores clear --store ${to.name} --yes.`,
  );
}

/** @returns how many rows were written */
async function copyTable(
  options: CopyOptions,
  tables: readonly CopiedTable[],
  known: Progress,
): Promise<number> {
  const { from, to, say, now } = options;
  const table = tables.find(({ name }) => name === known.table);
  if (!table) return 0;
  const total = await from.count(table);
  const begun = now();
  const first = known.copied;
  let stands: Position = known;
  let lastSaid = begun;
  for await (const batch of from.batches(table, known.cursor)) {
    const after = await to.write(table, stands.cursor, batch);
    if (after.cursor !== cursorOf(batch)) throw movedOn(table);
    stands = after;
    if (now() - lastSaid < 1_000) continue;
    lastSaid = now();
    say(
      progressLine(table, {
        copied: stands.copied,
        total,
        rate: rateOf(stands.copied - first, now() - begun),
      }),
    );
  }
  say(
    progressLine(table, { copied: stands.copied, total, rate: rateOf(stands.copied - first, now() - begun) }),
  );
  return stands.copied - first;
}

function rateOf(rows: number, milliseconds: number): number {
  return Math.round((rows * 1_000) / Math.max(1, milliseconds));
}

function progressLine(
  { name }: CopiedTable,
  { copied, total, rate }: { copied: number; total: number; rate: number },
): string {
  return `${name.padEnd(20)} ${copied}/${total}${copied > 0 ? `, ${rate} a second` : ""}`;
}

function movedOn({ name }: CopiedTable): CopyRefusedError {
  return new CopyRefusedError(
    "moved-on",
    `Somebody else copies ${name} at the same time. Nothing was written twice. End all but one, and go on.`,
  );
}

async function compared({ from, to }: CopyOptions, tables: readonly CopiedTable[]): Promise<TableCounts[]> {
  const known = await to.progress();
  const counts: TableCounts[] = [];
  for (const table of tables) {
    const copied = known.find((each) => each.table === table.name)?.copied ?? 0;
    // Among what is both products', the target has rows of its own.
    const target = table.isShared && to.name === "postgres" ? copied : await to.count(table);
    counts.push({ table: table.name, source: await from.count(table), target });
  }
  const different = counts.filter(({ source, target }) => source !== target);
  if (different.length === 0) return counts;
  const lines = different.map(
    ({ table, source, target }) => `  ${table}: ${source} in ${from.name}, ${target} in ${to.name}`,
  );
  throw new CopyRefusedError(
    "counts-differ",
    `The counts differ:\n${lines.join("\n")}\nSomebody wrote to one of them meanwhile. Stop all apps, empty ${to.name} (pnpm stores clear --store ${to.name} --yes) and copy anew.`,
  );
}
