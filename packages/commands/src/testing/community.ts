import type { Person } from "../sessions/person.ts";
import { toBuildingTime } from "../ten-ocean/building-time.ts";
import type { testStores } from "./test-stores.ts";

type Stores = Awaited<ReturnType<typeof testStores>>;

export const admin: Person = {
  role: "association-admin",
  id: "admin_001",
  name: "Maria",
  email: "maria@ten-ocean.example",
};

export const captain: Person = { ...admin, role: "floor-captain", id: "admin_002", floor: 4 };

/** A resident of the house, by name. */
export async function neighbour({ tenOcean: { residents } }: Stores, name: string): Promise<Person> {
  const userId = `user_${name}`;
  const email = `${name}@residents.example`;
  await residents.register({ userId, email, firstName: name, lastName: "" }, { emit: [] });
  await residents.changeStanding(userId, "resident", { emit: [] });
  return { role: "resident", id: userId, name, email };
}

/** A time on the building's clock, so many hours from now. */
export function inHours(hours: number): string {
  return toBuildingTime(new Date(Date.now() + hours * 3_600_000).toISOString());
}

/** What an organizer enters for an event in two days. */
export function partyEntries() {
  return {
    title: "Roof party",
    description: "Bring a dish.",
    location: "The roof",
    startsAt: inHours(48),
    endsAt: inHours(51),
    capacity: "3",
  };
}
