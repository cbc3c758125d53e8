import type { City } from "../world/city.ts";

/** Something that must hold, and does not. */
export interface Breach {
  /** The invariant's name. */
  invariant: string;
  /** From 0. */
  day: number;
  /** What is wrong, with the ids that it is about. */
  about: string;
}

export interface Moment {
  /** From 0. */
  day: number;
  /** After the last day everything is looked at, also what takes long. */
  last: boolean;
}

/** Looks at the city in the quiet of the night, when everything is done that can be. @returns what is wrong, in words */
export type Invariant = (city: City, moment: Moment) => Promise<string[]> | string[];

export const dayLong = 24 * 60 * 60_000;

/** A moment of the simulation as a statement's parameter. */
export function isoOf(time: number): string {
  return new Date(time).toISOString();
}
