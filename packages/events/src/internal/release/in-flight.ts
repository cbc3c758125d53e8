import type { EventCatalogue } from "../catalogue.ts";
import { readableVersions } from "./release.ts";

/** An event that somebody has still to handle. */
export interface EventInFlight {
  name: string;
  v: string;
  where: "engine" | "outbox";
  /** How many of them there are: one, unless it says more. */
  events?: number;
}

/** Events of one earlier version that are still under way. */
export interface VersionInFlight {
  event: string;
  version: string;
  engine: number;
  outbox: number;
  /** Whether the tree can read them. */
  readable: boolean;
  /** The last day on which they may be sent. */
  sunset?: string;
}

/** What is under way in another version than the latest, by event and version; names of no catalogue are others' business. */
export function versionsInFlight(
  catalogues: readonly EventCatalogue[],
  events: readonly EventInFlight[],
): VersionInFlight[] {
  const found = new Map<string, VersionInFlight>();
  for (const { name, v, where, events: many = 1 } of events) {
    const definition = catalogues.flatMap((catalogue) => catalogue.find(name) ?? [])[0];
    if (!definition || v === definition.version) continue;
    const kept = readableVersions(definition).find(({ version }) => version === v);
    const key = `${name} ${v}`;
    const entry = found.get(key) ?? {
      ...{ event: name, version: v, engine: 0, outbox: 0, readable: kept !== undefined },
      ...(kept?.sunset ? { sunset: kept.sunset } : {}),
    };
    entry[where] += many;
    found.set(key, entry);
  }
  return [...found.values()].toSorted((one, other) =>
    `${one.event} ${one.version}` < `${other.event} ${other.version}` ? -1 : 1,
  );
}

/** Earlier versions that may go: their last day is over, and nothing of them is under way. */
export function versionsThatMayGo(
  catalogues: readonly EventCatalogue[],
  inFlight: readonly VersionInFlight[],
  today: string,
): { event: string; version: string }[] {
  return catalogues.flatMap(({ definitions }) =>
    definitions.flatMap((definition) =>
      readableVersions(definition)
        .filter(({ sunset }) => sunset !== undefined && sunset < today)
        .filter(
          ({ version }) => !inFlight.some((one) => one.event === definition.event && one.version === version),
        )
        .map(({ version }) => ({ event: definition.event, version })),
    ),
  );
}
