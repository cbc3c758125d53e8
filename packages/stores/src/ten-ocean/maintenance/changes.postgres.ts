import { asc, count, eq, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { maintenanceEntries, maintenanceRequests } from "../../schema/ten-ocean-maintenance.ts";
import type { MaintenanceChange, MaintenanceRequest } from "../port.ts";
import { UnknownRequestError } from "./errors.ts";
import { type EntryRow, entryFrom, type RequestRow, requestFrom } from "./rows.postgres.ts";

export type NewEntry = Omit<typeof maintenanceEntries.$inferInsert, "requestId" | "entryId" | "at"> & {
  /** One that is there already makes the change one that was made before. */
  entryId?: string;
};

export interface PlannedChange {
  /** What it becomes; nothing where only the history grows. */
  row?: { [Column in keyof RequestRow]?: RequestRow[Column] | ReturnType<typeof sql> };
  entry: NewEntry;
}

/** Looks at a locked request and what has happened to it, and says what changes; undefined when nothing does. */
export type Plan = (before: RequestRow, history: readonly EntryRow[]) => PlannedChange | undefined;

interface Outcome {
  changed: boolean;
  request: MaintenanceRequest;
}

/** Makes the change, writes its line and emits, in one transaction; one at a time per request. */
export async function changeRequest(
  database: Database,
  requestId: string,
  events: Emit<MaintenanceChange>,
  plan: Plan,
): Promise<Outcome> {
  return await database.transaction(async (transaction) => {
    const before = await lockRequest(transaction, requestId);
    const planned = plan(before, await entriesOf(transaction, requestId));
    if (!planned) return { changed: false, request: requestFrom(before) };
    const after = planned.row ? await write(transaction, requestId, planned.row) : before;
    const entry = await addEntry(transaction, after, planned.entry);
    const change = { before: requestFrom(before), after: requestFrom(after), entry: entryFrom(entry) };
    await appendEvents(transaction, eventsFor(events, change));
    return { changed: true, request: change.after };
  });
}

export async function entriesOf(queryable: Queryable, requestId: string): Promise<EntryRow[]> {
  return await queryable
    .select()
    .from(maintenanceEntries)
    .where(eq(maintenanceEntries.requestId, requestId))
    .orderBy(asc(maintenanceEntries.position));
}

/** Adds a line to the history of a request that is locked, or was created in this transaction. */
export async function addEntry(
  transaction: Queryable,
  { requestId, number }: Pick<RequestRow, "requestId" | "number">,
  { entryId, ...entry }: NewEntry,
): Promise<EntryRow> {
  return onlyRow(
    await transaction
      .insert(maintenanceEntries)
      .values({
        ...entry,
        requestId,
        entryId: entryId ?? (await nextEntryId(transaction, requestId, number)),
      })
      .returning(),
  );
}

/** `entry_1042n3` is the third line of #1042. */
async function nextEntryId(transaction: Queryable, requestId: string, number: number): Promise<string> {
  const earlier = transaction
    .select({ lines: count() })
    .from(maintenanceEntries)
    .where(eq(maintenanceEntries.requestId, requestId));
  return `entry_${number}n${onlyRow(await earlier).lines + 1}`;
}

async function write(
  transaction: Queryable,
  requestId: string,
  row: NonNullable<PlannedChange["row"]>,
): Promise<RequestRow> {
  const found = eq(maintenanceRequests.requestId, requestId);
  return onlyRow(await transaction.update(maintenanceRequests).set(row).where(found).returning());
}

export async function lockRequest(transaction: Queryable, requestId: string): Promise<RequestRow> {
  const [row] = await transaction
    .select()
    .from(maintenanceRequests)
    .where(eq(maintenanceRequests.requestId, requestId))
    .for("no key update");
  if (!row) throw new UnknownRequestError(requestId);
  return row;
}

/** The database's own time. */
export const now = sql`now()`;
