import { mohallaMartCatalogue } from "@org/events/mohallamart";
import { and, eq, or, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { eraseRunsInDoubt } from "../../doubts/erasure.ts";
import { eraseAcceptedEvents } from "../../erasure.ts";
import { closedAccounts, orders, users } from "../../schema/mohallamart.ts";
import { deliveries, outbox } from "../../schema/platform.ts";
import { eraseSignIn } from "../../sessions/erase-sign-in.postgres.ts";
import { forgetOrderAddresses } from "../addresses/postgres.ts";
import { forgetVisits } from "../analytics/forget-visits.postgres.ts";
import { endLinksOf } from "../order-links/postgres.ts";
import { refuseCheckoutsOf } from "../orders/checkouts.postgres.ts";
import { forgetPayments, forgetPaymentsOf } from "../orders/released-payments.postgres.ts";
import type { NewOrder, NewUser } from "../port.ts";
import { forgetApplicationsOf } from "../shopkeepers/received-applications.postgres.ts";
import { withdrawApplications } from "../shopkeepers/withdraw-applications.postgres.ts";
import { AccountClosedError } from "./errors.ts";

/** @returns false when the id or the email exists. @throws AccountClosedError */
export async function insertUser(
  transaction: Queryable,
  { userId, name, email, phone }: NewUser,
): Promise<boolean> {
  const { rowCount } = await transaction
    .insert(users)
    .values({ userId, name, email: email.toLowerCase(), phone })
    .onConflictDoNothing();
  if (rowCount === 0) return false;
  // Looked at after the insert, which waits for an account that is being closed at this moment.
  const closed = await transaction.select().from(closedAccounts).where(eq(closedAccounts.userId, userId));
  if (closed.length > 0) throw new AccountClosedError();
  return true;
}

/** Finds the customer's account, by id or else by email, or opens it. @throws AccountClosedError */
export async function openAccount(
  transaction: Queryable,
  customer: NewOrder["customer"],
): Promise<{ userId: string; newCustomer: boolean }> {
  const { userId, email } = customer;
  if (await insertUser(transaction, customer)) return { userId, newCustomer: true };
  const known = await transaction
    .select({ userId: users.userId })
    .from(users)
    .where(or(eq(users.userId, userId), eq(users.email, email.toLowerCase())))
    .orderBy(sql`${users.userId} = ${userId} desc`)
    .limit(1);
  return { userId: onlyRow(known).userId, newCustomer: false };
}

/** @returns false when there is no such account, or no more. */
export async function closeAccount(transaction: Queryable, userId: string): Promise<boolean> {
  // Preferences, watched products and notifications go with the row.
  const [closed] = await transaction.delete(users).where(eq(users.userId, userId)).returning();
  if (!closed) return false;
  await refuseCheckoutsOf(transaction, closed.email);
  await forgetPayments(transaction, closed.email);
  await withdrawApplications(transaction, userId);
  await forgetApplicationsOf(transaction, closed.email);
  await endLinksOf(transaction, userId);
  await transaction.insert(closedAccounts).values({ userId }).onConflictDoNothing();
  return true;
}

/** See `Users.remove`. */
export async function removeUser(database: Database, userId: string): Promise<void> {
  await database.transaction(async (transaction) => {
    await closeAccount(transaction, userId);
    // Also of an order that was being placed while the account was closed.
    await endLinksOf(transaction, userId);
    await transaction
      .update(orders)
      .set({ contactName: "", contactEmail: "", contactPhone: null })
      .where(eq(orders.userId, userId));
    await forgetOrderAddresses(transaction, userId);
    await forgetPaymentsOf(transaction, userId);
    await withdrawApplications(transaction, userId);
    await forgetVisits(transaction, userId);
    await eraseSignIn(transaction, userId);
    await transaction
      .delete(deliveries)
      .where(and(eq(deliveries.recipient, "customer"), eq(deliveries.subject, userId)));
    await eraseRunsInDoubt(transaction, mohallaMartCatalogue, [userId]);
    const aboutThem = sql`${outbox.payload} #>> '{data,userId}' = ${userId}`;
    await eraseAcceptedEvents(transaction, mohallaMartCatalogue, aboutThem);
  });
}
