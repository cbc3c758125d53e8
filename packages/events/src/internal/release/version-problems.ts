import type { EventCatalogue } from "../catalogue.ts";
import type { EventDefinition } from "../define-event.ts";
import { readableVersions } from "./release.ts";

/** What is wrong with an event's versions and deprecation by themselves. */
export function definitionProblems(
  definition: EventDefinition,
  catalogues: readonly EventCatalogue[],
): string[] {
  return [...versionProblems(definition), ...deprecationProblems(definition, catalogues)];
}

function versionProblems(definition: EventDefinition): string[] {
  const versions = [{ version: definition.version }, ...readableVersions(definition)];
  const problems = versions.flatMap(({ version }) =>
    isVersion(version)
      ? []
      : [`version ${version} is no day and number: write YYYY-MM-DD.NN, such as 2026-11-01.01`],
  );
  versions.slice(1).forEach(({ version }, index) => {
    const later = versions[index]?.version ?? "";
    if (version >= later)
      problems.push(`version ${later} follows ${version} and is not later: give it a later one`);
  });
  for (const { version, sunset } of readableVersions(definition)) {
    if (sunset !== undefined && !isDay(sunset))
      problems.push(`the sunset of version ${version} is no day: write YYYY-MM-DD`);
  }
  return problems;
}

function deprecationProblems(
  { event, deprecation }: EventDefinition,
  catalogues: readonly EventCatalogue[],
): string[] {
  if (!deprecation) return [];
  const { deprecated, sunset, replacedBy } = deprecation;
  const problems = [deprecated, sunset].flatMap((day) =>
    day === undefined || isDay(day) ? [] : [`the deprecation says ${day}, which is no day: write YYYY-MM-DD`],
  );
  if (sunset !== undefined && sunset < deprecated)
    problems.push(`its sunset ${sunset} is before it is deprecated on ${deprecated}: give a later sunset`);
  if (replacedBy === undefined) return problems;
  const other = catalogues
    .map((catalogue) => catalogue.find(replacedBy))
    .find((found) => found !== undefined);
  if (replacedBy === event)
    problems.push("it is replaced by itself: name the event to use instead, or leave replacedBy out");
  else if (!other)
    problems.push(`it is replaced by ${replacedBy}, which is no event of any catalogue: name one that is`);
  else if (other.deprecation)
    problems.push(`it is replaced by ${replacedBy}, which is deprecated too: name the one to use instead`);
  return problems;
}

function isVersion(version: string): boolean {
  const [, day = "", number] = /^(\d{4}-\d{2}-\d{2})\.(\d{2})$/.exec(version) ?? [];
  return number !== undefined && isDay(day);
}

function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
