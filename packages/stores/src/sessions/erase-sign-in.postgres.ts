import { eq } from "drizzle-orm";
import type { Queryable } from "../database.ts";
import { sessions } from "../schema/platform.ts";
import { knownBrowsers, passkeyChallenges, passkeys } from "../schema/sign-in.ts";

/** Deletes all by which somebody signed in or was about to, when they are removed. @param subject of their sessions */
export async function eraseSignIn(transaction: Queryable, subject: string): Promise<void> {
  for (const table of [passkeys, passkeyChallenges, knownBrowsers, sessions]) {
    await transaction.delete(table).where(eq(table.userId, subject));
  }
}
