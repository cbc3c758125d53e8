import type { Person } from "./person.ts";

/** What a person may do, as one word: their session gets a new token whenever it is another one. */
export function standingOf(person: Person): string {
  if (person.role === "shopkeeper") return `${person.role} ${person.shopId}`;
  if (person.role === "floor-captain") return `${person.role} ${person.floor}`;
  return person.role;
}
