import { randomUUID } from "node:crypto";
import { closeAccount } from "@org/commands/mohallamart/users/close-account";
import { closeResidency } from "@org/commands/ten-ocean/verification/close-residency";
import type { Users } from "@org/stores/mohallamart/port";
import type { Residents } from "@org/stores/ten-ocean/port";
import type { CommandResult } from "./dead-letter-tools.ts";

export const eraseUsage = `  erase <mohallamart|ten-ocean> <user id>
                                  closes a person's account, as they do themselves, and has the workflow erase what is kept of them
`;

export interface EraseTools {
  users: Pick<Users, "close">;
  residents: Pick<Residents, "close">;
}

/** What an operator does for a person who asks and cannot sign in, or whom a restored backup has brought back. */
export async function eraseCommand(
  [product, userId, ...rest]: readonly string[],
  { users, residents }: EraseTools,
): Promise<CommandResult> {
  if ((product !== "mohallamart" && product !== "ten-ocean") || !userId || rest.length > 0)
    return { code: 2, text: `Usage:\n${eraseUsage}` };
  const occasion = randomUUID();
  const closed =
    product === "mohallamart"
      ? await closeAccount({ users })({ userId, occasion })
      : await closeResidency({ residents })({ resident: { id: userId }, confirmed: "yes", occasion });
  if (closed.ok)
    return {
      code: 0,
      text: `The account ${userId} is closed. What else is kept of them goes now and again in half an hour.`,
    };
  return { code: 1, text: `${closed.message} There is no open account ${userId} at ${product}.` };
}
