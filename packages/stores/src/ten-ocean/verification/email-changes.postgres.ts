import { and, eq, gt, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { emailChanges, residents } from "../../schema/ten-ocean.ts";
import type { EmailChange, EmailChanges, Mailbox } from "../port.ts";
import { EmailTakenError, NotResidentError } from "./errors.ts";
import { checkEmailFree, endLinks, lockResident } from "./residents.postgres.ts";

type Row = typeof emailChanges.$inferSelect;

const good = gt(emailChanges.expiresAt, sql`now()`);

export function emailChangesIn(database: Database): EmailChanges {
  return {
    async request({ userId, changeId, newEmail, ...tokens }, events) {
      return await database.transaction(async (transaction) => {
        const { email, standing } = await lockResident(transaction, userId);
        if (standing !== "resident") throw new NotResidentError(userId);
        const wanted = newEmail.toLowerCase();
        const [earlier] = await transaction
          .select()
          .from(emailChanges)
          .where(eq(emailChanges.userId, userId));
        if (wanted === email || earlier?.changeId === changeId) return false;
        // Whether the address is somebody's is found out by who reads its mailbox, not by who asks for it.
        await discard(transaction, userId);
        await transaction.insert(emailChanges).values({
          userId,
          changeId,
          newEmail: wanted,
          ...tokens,
          expiresAt: sql`now() + interval '1 day'`,
        });
        await appendEvents(transaction, eventsFor(events, undefined));
        return true;
      });
    },

    get: (userId) => find(database, userId),

    async findByToken(token) {
      const [row] = await withToken(database, token);
      const change = row && (await find(database, row.userId));
      return row && change && { ...change, mailbox: mailboxOf(row, token) };
    },

    async confirm(token, events) {
      const outcome = await database.transaction(async (transaction) => {
        const [found] = await withToken(transaction, token);
        if (!found) return undefined;
        // The resident's row first, as in a request: whoever changes an address holds it.
        const { standing, email } = await lockResident(transaction, found.userId);
        const [row] = await withToken(transaction, token);
        if (!row || standing !== "resident") return undefined;
        const confirmedBefore = changeFrom(row, email).confirmed.length;
        const confirmed = await mark(transaction, row, mailboxOf(row, token));
        const change = changeFrom(confirmed, email);
        if (change.confirmed.length < 2 || confirmedBefore === 2) return { change };
        if (await isTaken(transaction, change.newEmail)) {
          await discard(transaction, change.userId);
          return { taken: true };
        }
        await transaction
          .update(residents)
          .set({ email: change.newEmail })
          .where(eq(residents.userId, change.userId));
        await endLinks(transaction, change.userId);
        await appendEvents(transaction, eventsFor(events, change));
        return { change };
      });
      if (outcome?.taken) throw new EmailTakenError();
      return outcome?.change;
    },

    discard: (userId, changeId) => discard(database, userId, changeId),
  };
}

function withToken(queryable: Queryable, token: string) {
  return queryable
    .select()
    .from(emailChanges)
    .where(and(or(eq(emailChanges.oldToken, token), eq(emailChanges.newToken, token)), good));
}

async function find(queryable: Queryable, userId: string): Promise<EmailChange | undefined> {
  const [found] = await queryable
    .select({ row: emailChanges, email: residents.email })
    .from(emailChanges)
    .innerJoin(residents, eq(residents.userId, emailChanges.userId))
    .where(and(eq(emailChanges.userId, userId), good));
  return found && changeFrom(found.row, found.email);
}

async function mark(transaction: Queryable, row: Row, mailbox: Mailbox): Promise<Row> {
  const { oldConfirmedAt, newConfirmedAt } = emailChanges;
  const now = (column: AnyPgColumn) => sql`coalesce(${column}, now())`;
  const marked = transaction
    .update(emailChanges)
    .set(
      mailbox === "old" ? { oldConfirmedAt: now(oldConfirmedAt) } : { newConfirmedAt: now(newConfirmedAt) },
    )
    .where(eq(emailChanges.userId, row.userId))
    .returning();
  return onlyRow(await marked);
}

/** Asked in its own statement, so that the request can be given up in the same transaction. */
async function isTaken(transaction: Queryable, email: string): Promise<boolean> {
  try {
    await checkEmailFree(transaction, email);
    return false;
  } catch (error) {
    if (EmailTakenError.isInstance(error)) return true;
    throw error;
  }
}

async function discard(queryable: Queryable, userId: string, changeId?: string): Promise<void> {
  const thatOne = changeId === undefined ? undefined : eq(emailChanges.changeId, changeId);
  await queryable.delete(emailChanges).where(and(eq(emailChanges.userId, userId), thatOne));
}

function mailboxOf({ oldToken }: Row, token: string): Mailbox {
  return oldToken === token ? "old" : "new";
}

function changeFrom(row: Row, oldEmail: string): EmailChange {
  const { oldConfirmedAt, newConfirmedAt, expiresAt, ...change } = row;
  const confirmed: Mailbox[] = [];
  if (oldConfirmedAt) confirmed.push("old");
  if (newConfirmedAt) confirmed.push("new");
  return { ...change, oldEmail, confirmed, expiresAt: expiresAt.toISOString() };
}
