import { and, asc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { onlyRow, type Queryable } from "../database.ts";
import { wrongCodes } from "../schema/sign-in.ts";
import { someOf } from "../some-of.ts";
import { hashOf } from "../token.ts";
import { noticeAfter, waitAfter, wrongCodePolicies } from "./policy.ts";
import type { WrongCodeCounter, WrongCodeNotice } from "./port.ts";

/**
 * Whether one of the counters makes people wait. Their rows are held until the transaction ends, in one order for all, so
 * that of tries at the same time each sees the count of those before it; also the first ones, for which there is no row yet.
 */
export async function areHeld(
  transaction: Queryable,
  counters: readonly WrongCodeCounter[],
): Promise<boolean> {
  if (counters.length === 0) return false;
  const rows = counters.map((counter) => ({ counterHash: counterHash(counter), wrong: 0 }));
  const inOrder = rows.toSorted((a, b) => (a.counterHash < b.counterHash ? -1 : 1));
  await transaction.insert(wrongCodes).values(inOrder).onConflictDoNothing();
  const held = await heldBy(transaction, counters).for("update");
  return held.some((row) => row.held);
}

/** The same without holding them, for who only wants to know. */
export async function seemHeld(
  queryable: Queryable,
  counters: readonly WrongCodeCounter[],
): Promise<boolean> {
  if (counters.length === 0) return false;
  return (await heldBy(queryable, counters)).some((row) => row.held);
}

/**
 * By the clock, not by when the transaction began: of tries at the same time, one that began first may have its turn
 * after another, whose "held until" would then seem to lie ahead of it.
 */
function heldBy(queryable: Queryable, counters: readonly WrongCodeCounter[]) {
  return queryable
    .select({ held: sql<boolean>`${wrongCodes.heldUntil} > clock_timestamp()` })
    .from(wrongCodes)
    .where(inArray(wrongCodes.counterHash, counters.map(counterHash)))
    .orderBy(asc(wrongCodes.counterHash));
}

/** Counts a wrong code for each of the counters, whose rows the transaction holds. */
export async function countWrong(
  transaction: Queryable,
  counters: readonly WrongCodeCounter[],
): Promise<void> {
  for (const counter of counters) await countOne(transaction, counter);
}

async function countOne(transaction: Queryable, counter: WrongCodeCounter): Promise<void> {
  const policy = wrongCodePolicies[counter.kind];
  const found = eq(wrongCodes.counterHash, counterHash(counter));
  const isOver = overAfter(policy.endsAfter);
  const counted = await transaction
    .update(wrongCodes)
    .set({
      wrong: sql`case when ${isOver} then 1 else ${wrongCodes.wrong} + 1 end`,
      since: sql`case when ${isOver} then now() else ${wrongCodes.since} end`,
      noticedAt: sql`case when ${isOver} then null else ${wrongCodes.noticedAt} end`,
      lastAt: sql`now()`,
    })
    .where(found)
    .returning({ wrong: wrongCodes.wrong });
  const wait = waitAfter(onlyRow(counted).wrong, policy);
  const heldUntil = sql`clock_timestamp() + ${wait} * interval '1 second'`;
  await transaction.update(wrongCodes).set({ heldUntil }).where(found);
}

function overAfter({ days, of }: { days: number; of: "last" | "first" }): SQL {
  const moment = of === "last" ? wrongCodes.lastAt : wrongCodes.since;
  return sql`${moment} < now() - ${days} * interval '1 day'`;
}

export async function takeNotice(
  queryable: Queryable,
  counter: WrongCodeCounter,
): Promise<WrongCodeNotice | undefined> {
  const [stretch] = await queryable
    .update(wrongCodes)
    .set({ noticedAt: sql`now()` })
    .where(
      and(
        eq(wrongCodes.counterHash, counterHash(counter)),
        gte(wrongCodes.wrong, noticeAfter),
        isNull(wrongCodes.noticedAt),
      ),
    )
    .returning({ wrong: wrongCodes.wrong, since: wrongCodes.since });
  return stretch && { wrong: stretch.wrong, since: stretch.since.toISOString() };
}

export async function returnNotice(queryable: Queryable, counter: WrongCodeCounter): Promise<void> {
  const found = eq(wrongCodes.counterHash, counterHash(counter));
  await queryable.update(wrongCodes).set({ noticedAt: null }).where(found);
}

/** Stretches that are over whatever they are of; rows that another call holds are left to it. */
export async function removeOldStretches(queryable: Queryable): Promise<void> {
  const where = lt(wrongCodes.lastAt, sql`now() - interval '7 days'`);
  await queryable.delete(wrongCodes).where(someOf(queryable, wrongCodes.counterHash, { where, limit: 100 }));
}

function counterHash({ kind, of }: WrongCodeCounter): string {
  return hashOf(JSON.stringify([kind, of]));
}
