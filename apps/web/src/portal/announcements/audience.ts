import { count } from "@org/commands/words";

/** `Everyone in the house`, `Floor 4`. */
export function audienceName(floor: number | undefined): string {
  return floor === undefined ? "Everyone in the house" : `Floor ${floor}`;
}

/** `everyone in the house, 42 residents`. */
export function audienceWithSize(floor: number | undefined, residents: number): string {
  const who = floor === undefined ? "everyone in the house" : `floor ${floor}`;
  return `${who}, ${count(residents, "resident")}`;
}
