import { randomBytes, timingSafeEqual } from "node:crypto";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { type Database, databaseOn, guarded, type Queryable } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { signInCodes } from "../schema/platform.ts";
import { someOf } from "../some-of.ts";
import { hashOf } from "../token.ts";
import { codeHash, digits } from "./code.ts";
import type { SignInCodes } from "./port.ts";
import {
  areHeld,
  countWrong,
  removeOldStretches,
  returnNotice,
  seemHeld,
  takeNotice,
} from "./wrong-codes.postgres.ts";

const maximumTries = 5;

export function postgresSignInCodes(pool: Pool): SignInCodes {
  const database = databaseOn(pool);
  return guarded<SignInCodes>("sign-in-codes", {
    async issue(subject, expiresAt, counters = []) {
      await removeExpired(database);
      await removeOldStretches(database);
      const long = await seemHeld(database, counters);
      const code = long ? `${digits(6)}${digits(6)}` : digits(6);
      const salt = randomBytes(16).toString("hex");
      const fresh = { salt, codeHash: codeHash(code, salt), tries: 0, long, expiresAt: new Date(expiresAt) };
      await database
        .insert(signInCodes)
        .values({ subjectHash: hashOf(subject), ...fresh })
        .onConflictDoUpdate({ target: signInCodes.subjectHash, set: fresh });
      return code;
    },

    async redeem(subject, code, counters = []) {
      return await database.transaction(async (transaction) => {
        const ofSubject = eq(signInCodes.subjectHash, hashOf(subject));
        // Held until the end, so that tries at the same time are no more than five either.
        const issued = await lockGood(transaction, subject);
        if (!issued) return "wrong";
        const counting = issued.long ? [] : counters;
        if (await areHeld(transaction, counting)) return "held";
        if (sameHash(issued.codeHash, codeHash(code, issued.salt))) {
          await transaction.delete(signInCodes).where(ofSubject);
          return "right";
        }
        const tries = sql`${signInCodes.tries} + 1`;
        await transaction.update(signInCodes).set({ tries }).where(ofSubject);
        await countWrong(transaction, counting);
        return "wrong";
      });
    },

    takeNotice: (counter) => takeNotice(database, counter),
    returnNotice: (counter) => returnNotice(database, counter),
  });
}

async function lockGood(transaction: Queryable, subject: string) {
  const [issued] = await transaction
    .select()
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.subjectHash, hashOf(subject)),
        lt(signInCodes.tries, maximumTries),
        gt(signInCodes.expiresAt, sql`now()`),
      ),
    )
    .for("update");
  return issued;
}

/** Codes that nobody used; rows that another call holds are left to it. */
async function removeExpired(database: Database): Promise<void> {
  const where = lt(signInCodes.expiresAt, sql`now()`);
  await database.delete(signInCodes).where(someOf(database, signInCodes.subjectHash, { where, limit: 100 }));
}

/** In constant time; both are hexadecimal SHA-256. */
function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
