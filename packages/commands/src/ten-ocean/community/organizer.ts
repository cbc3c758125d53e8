import type { Refusal } from "../../outcome.ts";
import { hasRole, type Person, type PersonWith } from "../../sessions/person.ts";

/** Who creates events, changes them and calls them off. */
export type Organizer = PersonWith<"association-admin" | "floor-captain">;

export function isOrganizer(person: Person): person is Organizer {
  return hasRole(person, ["association-admin", "floor-captain"]);
}

export const notAllowed: Refusal<"not-allowed", never> = {
  ok: false,
  code: "not-allowed",
  message: "Only admins and floor captains plan events. Ask one of them.",
};
