import { folded, handleOf, type NeighborPorts, neighborsOf } from "./neighbors.ts";

/** Somebody to name in a post. */
export interface Suggestion {
  userId: string;
  name: string;
  unit?: string;
  /** What stands after the @. */
  handle: string;
}

const mostShown = 8;

/** Those who live here and have a name that begins with the text, or a word of it; at most eight, by name. */
export async function findNeighbors(
  ports: NeighborPorts,
  { text, except }: { text: string; except: string },
): Promise<Suggestion[]> {
  const wanted = folded(text.trim());
  if (wanted === "" || wanted.length > 100) return [];
  const all = await neighborsOf(ports);
  return all
    .filter(({ livesHere, userId }) => livesHere && userId !== except)
    .filter(({ name }) => ` ${folded(name)}`.includes(` ${wanted}`))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
    .slice(0, mostShown)
    .map((neighbor) => ({
      userId: neighbor.userId,
      name: neighbor.name,
      unit: neighbor.unit,
      handle: handleOf(neighbor, all),
    }));
}
