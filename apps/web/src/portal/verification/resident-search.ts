import type { Reviewer } from "@org/commands/ten-ocean/verification/waiting-registrations";
import type { ResidentSearch } from "@org/stores/ten-ocean/port";
import { namedId, typedText } from "../../http/typed-text.ts";
import { readStanding } from "./standings.ts";

export const residentsPerPage = 25;

/** What an admin looks for, as the page's address has it. */
export interface ResidentView {
  text: string;
  standing: ReturnType<typeof readStanding>;
  unitId: string;
  /** From 1. */
  page: number;
}

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the page's address; whatever makes no sense there is left out. */
export function readResidentView({ q, standing, unit, page }: Parameters): ResidentView {
  const number = Number(page);
  return {
    text: typedText(typeof q === "string" ? q : undefined, 100),
    standing: readStanding(standing),
    unitId: namedId(unit) ?? "",
    page: Number.isInteger(number) && number > 0 && number < 10_000 ? number : 1,
  };
}

/** A floor captain finds the people of their floor and nobody else. */
export function searchOf({ text, standing, unitId, page }: ResidentView, reviewer: Reviewer): ResidentSearch {
  return {
    text: text || undefined,
    standing,
    unitId: unitId || undefined,
    floor: reviewer.role === "floor-captain" ? reviewer.floor : undefined,
    offset: (page - 1) * residentsPerPage,
    limit: residentsPerPage,
  };
}

/** The query of another page of the same search. */
export function queryOf({ text, standing, unitId }: ResidentView, page: number): string {
  const query = new URLSearchParams();
  if (text) query.set("q", text);
  if (standing) query.set("standing", standing);
  if (unitId) query.set("unit", unitId);
  if (page > 1) query.set("page", String(page));
  return query.toString();
}
