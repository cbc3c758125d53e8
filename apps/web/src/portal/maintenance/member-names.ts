import { tenOcean } from "../../stores.ts";

/** What stands for somebody whose account was deleted. */
const formerResident = "A former resident";

/** The names of members by their ids; somebody of the office who was removed has none. */
export async function namesOf(memberIds: readonly (string | undefined)[]): Promise<Map<string, string>> {
  const ids = [...new Set(memberIds.filter((id) => id !== undefined))];
  const named = await Promise.all(ids.map(async (id) => [id, await nameOf(id)] as const));
  return new Map(named.flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}

async function nameOf(memberId: string): Promise<string | undefined> {
  const { admins, residents } = tenOcean();
  if (memberId.startsWith("admin_")) return (await admins.get(memberId))?.name;
  const resident = await residents.get(memberId);
  return resident ? [resident.firstName, resident.lastName].filter(Boolean).join(" ") : formerResident;
}
