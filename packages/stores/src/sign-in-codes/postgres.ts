import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { type Database, databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { signInCodes } from "../schema/platform.ts";
import type { SignInCodes } from "./port.ts";

const maximumTries = 5;

export function postgresSignInCodes(pool: Pool): SignInCodes {
  const database = databaseOn(pool);
  return guarded<SignInCodes>("sign-in-codes", {
    async issue(subject, expiresAt) {
      await removeExpired(database);
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      const salt = randomBytes(16).toString("hex");
      const fresh = { salt, codeHash: codeHash(code, salt), tries: 0, expiresAt: new Date(expiresAt) };
      await database
        .insert(signInCodes)
        .values({ subjectHash: subjectHash(subject), ...fresh })
        .onConflictDoUpdate({ target: signInCodes.subjectHash, set: fresh });
      return code;
    },

    async redeem(subject, code) {
      const ofSubject = eq(signInCodes.subjectHash, subjectHash(subject));
      // Counted before the code is looked at, so that tries at the same time are no more than five either.
      const [issued] = await database
        .update(signInCodes)
        .set({ tries: sql`${signInCodes.tries} + 1` })
        .where(and(ofSubject, lt(signInCodes.tries, maximumTries), gt(signInCodes.expiresAt, sql`now()`)))
        .returning({ salt: signInCodes.salt, codeHash: signInCodes.codeHash });
      if (!issued || !sameHash(issued.codeHash, codeHash(code, issued.salt))) return false;
      const { rowCount } = await database
        .delete(signInCodes)
        .where(and(ofSubject, eq(signInCodes.salt, issued.salt)));
      return rowCount === 1;
    },
  });
}

/** Codes that nobody used; rows that another call holds are left to it. */
async function removeExpired(database: Database): Promise<void> {
  const expired = database
    .select({ subjectHash: signInCodes.subjectHash })
    .from(signInCodes)
    .where(lt(signInCodes.expiresAt, sql`now()`))
    .limit(100)
    .for("update", { skipLocked: true });
  await database.delete(signInCodes).where(inArray(signInCodes.subjectHash, expired));
}

function subjectHash(subject: string): string {
  return createHash("sha256").update(subject).digest("hex");
}

function codeHash(code: string, salt: string): string {
  return createHmac("sha256", salt).update(code).digest("hex");
}

/** In constant time; both are hexadecimal SHA-256. */
function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
