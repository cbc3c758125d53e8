import type { SessionStanding } from "@org/stores/sessions/port";
import { isStaff, type Person } from "./person.ts";

/** What a person may do, as one word: their session gets a new token whenever it is another one. */
export function standingOf(person: Person): string {
  if (person.role === "shopkeeper") return `${person.role} ${person.shopId}`;
  if (person.role === "floor-captain") return `${person.role} ${person.floor}`;
  return person.role;
}

const hour = 60 * 60;

/** Seconds without a use after which a session ends: shops keep a tablet open all day, and staff see other people's data. */
export function idleSecondsOf({ role }: Pick<Person, "role">): number {
  return isStaff(role) ? 12 * hour : 7 * 24 * hour;
}

/** What a session is to keep of what its person is. */
export function sessionStanding(person: Person): SessionStanding {
  return { standing: standingOf(person), idleSeconds: idleSecondsOf(person) };
}
