import type { Uses } from "./ports.ts";

/** In which somebody with an account reads: as they chose, otherwise as they first ordered; undefined where they did neither. */
export async function languageOfUser(
  { preferences, orders }: Uses<{ preferences: "get"; orders: "first" }>,
  userId: string,
): Promise<string | undefined> {
  return (await preferences.get(userId))?.language ?? (await orders.first(userId))?.language;
}

/** The same of a shopkeeper or an applicant, who chooses it in the account of their address. */
export async function languageOfAddress(
  { users, ...ports }: Uses<{ users: "findByEmail"; preferences: "get"; orders: "first" }>,
  email: string,
): Promise<string | undefined> {
  const account = await users.findByEmail(email);
  return account && languageOfUser(ports, account.userId);
}
