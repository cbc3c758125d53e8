import type { MutationCtx } from "./_generated/server.js";

/** What one address may stand for at most. */
const most = 1_000;

/**
 * Whoever signs in with an address may do something else from now on: the tokens of all their sessions are to be replaced
 * before they count again. In the mutation that changes what they may do.
 */
export async function replaceTokensOf(context: MutationCtx, email: string): Promise<void> {
  const address = email.toLowerCase();
  const users = await context.db
    .query("users")
    .withIndex("byEmail", (index) => index.eq("email", address))
    .take(most);
  const shopkeepers = await context.db
    .query("shopkeepers")
    .withIndex("byAddress", (index) => index.eq("address", address))
    .take(most);
  const staff = await context.db
    .query("staff")
    .withIndex("byEmail", (index) => index.eq("email", address))
    .take(most);
  const subjects = [
    ...users.map(({ userId }) => userId),
    ...shopkeepers.map(({ shopkeeperId }) => shopkeeperId),
    ...staff.map(({ staffId }) => staffId),
  ];
  for (const subject of subjects) {
    const sessions = await context.db
      .query("sessions")
      .withIndex("byUser", (index) => index.eq("userId", subject))
      .take(most);
    for (const { _id } of sessions) await context.db.patch(_id, { standing: undefined });
  }
}
