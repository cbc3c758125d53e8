import type { Resident } from "@org/stores/ten-ocean/port";

/** A single name has no space after it. */
export function fullName({ firstName, lastName }: Pick<Resident, "firstName" | "lastName">): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}
