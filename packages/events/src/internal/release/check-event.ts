import type { Change } from "../compatibility/change.ts";
import { compareContracts } from "../compatibility/compare-event-schemas.ts";
import { contractOf } from "../compatibility/contract.ts";
import {
  type CompareOptions,
  type Compatible,
  type Counterexample,
  likelyRefused,
  smallestRefused,
} from "../compatibility/direction.ts";
import type { EventDefinition } from "../define-event.ts";
import type { Acceptance } from "./acceptances.ts";
import { type Comparison, isAccepted, problemsOf, type Rules, unmarkedFields } from "./event-problems.ts";
import { type ReleasedEvent, readableVersions, receivingContract, releasedContract } from "./release.ts";
import type { Bump } from "./semver.ts";

export interface EventCheck extends Comparison {
  catalogue: string;
  /** Version in the release that is compared with, and in the tree. */
  from?: string;
  to?: string;
  /** The smallest honest version bump for this event. */
  bump: Bump;
  changes: Change[];
  counterexample?: Counterexample;
  warnings: string[];
  /** Why the check fails; empty when it does not. */
  problems: string[];
}

export interface CheckOptions extends CompareOptions, Rules {
  /** What pending changesets accept. */
  acceptances?: readonly Acceptance[];
}

export function addedEvent(catalogue: string, { event, version }: EventDefinition): EventCheck {
  const nothing = { changes: [], warnings: [], problems: [] };
  return { catalogue, event, status: "added", to: version, bump: "minor", ...nothing };
}

export function removedEvent(released: ReleasedEvent, { today }: CheckOptions): EventCheck {
  const { catalogue, event, version, deprecation } = released;
  const over = deprecation?.sunset !== undefined && deprecation.sunset < today;
  const problem = `removed before a published sunset; set deprecation: { deprecated, sunset } and release that first`;
  const base = { catalogue, event, status: "removed", from: version, bump: "major" } as const;
  return {
    ...base,
    backward: over,
    forward: false,
    changes: [],
    warnings: [],
    problems: over ? [] : [problem],
  };
}

/** Compares one event of the tree with what a release promised. */
export function checkEvent(
  released: ReleasedEvent,
  definition: EventDefinition,
  options: CheckOptions,
): EventCheck {
  const before = releasedContract(released);
  const direct = compareContracts(before, contractOf(definition.schema), options);
  const sameShape = direct.full && direct.changes.length === 0;
  const upcast = readableVersions(definition).some(({ version }) => version === released.version);
  const refused = upcast ? refusedByUpcaster(released, definition) : undefined;
  const accepted = (options.acceptances ?? []).filter(({ event }) => event === released.event);
  const check: EventCheck = {
    ...{
      catalogue: released.catalogue,
      event: released.event,
      from: released.version,
      to: definition.version,
    },
    status: sameShape ? (describedAlike(released, definition) ? "unchanged" : "described") : "changed",
    backward: upcast ? refused === undefined : direct.backward,
    forward: direct.forward,
    bump: "none",
    changes: direct.changes,
    ...(Object.keys(direct.unproved).length > 0 ? { unproved: direct.unproved } : {}),
    ...(accepted.length > 0 ? { accepted } : {}),
    warnings: upcast ? [] : direct.warnings,
    problems: [],
  };
  const counterexample = refused ?? direct.counterexample;
  if (counterexample) check.counterexample = counterexample;
  check.bump = bumpFor(released, definition, check, direct, sameShape);
  check.problems = problemsOf(check, released, definition, options);
  return check;
}

/** An event of the release that today's definition cannot read, although it has an upcaster for the version. */
function refusedByUpcaster(released: ReleasedEvent, definition: EventDefinition): Counterexample | undefined {
  const writer = releasedContract(released);
  const values = likelyRefused(writer, contractOf(definition.schema));
  return smallestRefused("backward", values, writer, receivingContract(definition, released.version));
}

function bumpFor(
  released: ReleasedEvent,
  definition: EventDefinition,
  check: EventCheck,
  direct: { backward: Compatible; forward: Compatible },
  sameShape: boolean,
): Bump {
  // Senders write today's shape, so data that only an upcaster can read is a break for them.
  if (direct.backward === false || direct.forward === false) return "major";
  const isUnproved = direct.backward === "unproved" || direct.forward === "unproved";
  if (isUnproved && !isAccepted(check, "unproved")) return "major";
  if (unmarkedFields(released, definition).length > 0) return "major";
  const isDeprecated =
    JSON.stringify(released.deprecation ?? null) !== JSON.stringify(definition.deprecation ?? null);
  if (!sameShape || isDeprecated || idRule(released) !== idRule(definition)) return "minor";
  return describedAlike(released, definition) ? "none" : "patch";
}

function idRule({ key, revision }: { key?: readonly string[]; revision?: string }): string {
  return JSON.stringify([key ?? [], revision ?? ""]);
}

function describedAlike(released: ReleasedEvent, definition: EventDefinition): boolean {
  const description = ({
    version,
    category,
    owner,
    kind,
    summary,
    deprecation,
  }: EventDefinition | ReleasedEvent) =>
    JSON.stringify([version, category, owner, kind, summary, deprecation ?? null]);
  return (
    description(released) === description(definition) &&
    idRule(released) === idRule(definition) &&
    JSON.stringify(released.examples) === JSON.stringify(definition.examples)
  );
}
