import type { EventCatalogue } from "../catalogue.ts";
import { inScope } from "../compatibility/modes.ts";
import { addedEvent, type CheckOptions, checkEvent, type EventCheck, removedEvent } from "./check-event.ts";
import type { Release, ReleasedEvent } from "./release.ts";
import { returnedFields } from "./returned-fields.ts";
import { type Bump, isLess, largestBump } from "./semver.ts";
import { definitionProblems } from "./version-problems.ts";

export interface TreeCheck {
  /** Releases compared with, oldest first. */
  against: string[];
  /** One for each event and release that it is compared with. */
  events: EventCheck[];
  /** The smallest honest bump of the package since the last release. */
  needed: Bump;
  declared: Bump;
  problems: string[];
}

/** Compares the catalogues with past releases, oldest first, and the bump they need with the declared one. */
export function checkTree(
  catalogues: readonly EventCatalogue[],
  releases: readonly Release[],
  declared: Bump,
  options: CheckOptions,
): TreeCheck {
  const scope = inScope(options.mode, releases);
  const checks = scope.map((release) => checkAgainst(catalogues, release, options));
  addToLast(checks.at(-1) ?? [], catalogues, releases);
  const needed = largestBump((checks.at(-1) ?? []).map(({ bump }) => bump));
  const problems = isLess(declared, needed)
    ? [
        `the changes since ${scope.at(-1)?.release} need a ${needed} bump and the changesets declare ${declared}: add a changeset with ${needed}`,
      ]
    : [];
  return { against: scope.map(({ release }) => release), events: checks.flat(), needed, declared, problems };
}

/** What is wrong with the tree by itself, or against all of its past, is said once. */
function addToLast(
  checks: EventCheck[],
  catalogues: readonly EventCatalogue[],
  releases: readonly Release[],
): void {
  for (const catalogue of catalogues) {
    for (const definition of catalogue.definitions) {
      const check = checks.find((one) => one.catalogue === catalogue.name && one.event === definition.event);
      const history = releases.flatMap(({ release, events }) =>
        events
          .filter((one) => one.catalogue === catalogue.name && one.event === definition.event)
          .map((event) => ({ release, event })),
      );
      check?.problems.push(
        ...definitionProblems(definition, catalogues),
        ...returnedFields(definition, history),
      );
    }
  }
}

function checkAgainst(
  catalogues: readonly EventCatalogue[],
  release: Release,
  options: CheckOptions,
): EventCheck[] {
  const released = new Map(release.events.map((event) => [idOf(event.catalogue, event.event), event]));
  const current = catalogues.flatMap((catalogue) =>
    catalogue.definitions.map((definition) => {
      const before: ReleasedEvent | undefined = released.get(idOf(catalogue.name, definition.event));
      released.delete(idOf(catalogue.name, definition.event));
      return before ? checkEvent(before, definition, options) : addedEvent(catalogue.name, definition);
    }),
  );
  return [...current, ...[...released.values()].map((event) => removedEvent(event, options))];
}

/** Catalogues may one day share an event's name. */
function idOf(catalogue: string, event: string): string {
  return `${catalogue} ${event}`;
}
