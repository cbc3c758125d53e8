import * as z from "zod";

/** What somebody asks reviewers to confirm. */
export const caseData = z.object({
  userId: z.string(),
  /** Of whoever asks. */
  name: z.string(),
  purpose: z.enum(["registration", "move"]),
  /** As on the door: `4B`. Empty when they named none. */
  unit: z.string(),
  /** Names of those who live in that unit already; empty when nobody does. */
  neighbors: z.string(),
});

export type CaseData = z.output<typeof caseData>;

/** `Sam Rivera (unit 4B)`. */
export function whoAndWhere({ name, unit }: CaseData): string {
  return `${name} (${unit ? `unit ${unit}` : "no unit named"})`;
}

/** What reviewers want to know of the unit. */
export function whoLivesThere({ unit, neighbors }: CaseData): string[] {
  if (!unit) return [];
  return neighbors
    ? [`Registered in unit ${unit} already: ${neighbors}. Two people may share a unit.`]
    : [`Nobody is registered in unit ${unit} yet.`];
}
