import type { Resident, Residents, Units } from "@org/stores/ten-ocean/port";

export interface NeighborPorts {
  residents: Pick<Residents, "list">;
  units: Pick<Units, "list">;
}

/** Somebody of the house, as a post names them. */
export interface Neighbor {
  userId: string;
  name: string;
  /** As on the door; absent for who has none. */
  unit?: string;
  /** False for who moved out. */
  livesHere: boolean;
}

const pageSize = 500;

/** Everyone who lives in the house or did. */
export async function neighborsOf({ residents, units }: NeighborPorts): Promise<Neighbor[]> {
  const labels = new Map((await units.list()).map(({ unitId, label }) => [unitId, label]));
  const everyone: Resident[] = [];
  let page: Resident[];
  do {
    page = await residents.list({ after: everyone.at(-1)?.userId, limit: pageSize });
    everyone.push(...page);
  } while (page.length === pageSize);
  return everyone
    .filter(({ standing }) => standing === "resident" || standing === "alumni")
    .map(({ userId, firstName, lastName, unitId, standing }) => ({
      userId,
      name: [firstName, lastName].filter(Boolean).join(" "),
      unit: unitId === undefined ? undefined : labels.get(unitId),
      livesHere: standing === "resident",
    }));
}

/** What is written after the @ to name somebody: their name, with the unit where another has the same. */
export function handleOf(neighbor: Neighbor, all: readonly Neighbor[]): string {
  const name = folded(neighbor.name);
  const isShared = all.some(
    (other) => other.userId !== neighbor.userId && other.livesHere && folded(other.name) === name,
  );
  return isShared ? withUnit(neighbor) : neighbor.name;
}

export function withUnit({ name, unit }: Neighbor): string {
  return unit === undefined ? name : `${name} (${unit})`;
}

/**
 * The text for comparing, as long as the text itself: without case and accents, so that who has no ł or é on the
 * keyboard can name a neighbor.
 */
export function folded(text: string): string {
  return text.normalize("NFC").replace(/[^a-z ]/g, (character) => {
    const plain = alike.get(character) ?? character.normalize("NFD").charAt(0).toLowerCase();
    return plain.length === 1 ? plain : character;
  });
}

/** What does not come apart into a letter and an accent. */
const alike: ReadonlyMap<string, string> = new Map([
  ["ł", "l"],
  ["Ł", "l"],
  ["ø", "o"],
  ["Ø", "o"],
  ["đ", "d"],
  ["Đ", "d"],
  ["ı", "i"],
  ["’", "'"],
  ["‘", "'"],
  ["ʼ", "'"],
  ["\u00a0", " "],
  ["\n", " "],
  ["\t", " "],
]);
