import type { Change } from "../compatibility/change.ts";
import { compareContracts } from "../compatibility/compare-event-schemas.ts";
import { contractOf } from "../compatibility/contract.ts";
import { type Counterexample, type FuzzOptions, findCounterexample } from "../compatibility/direction.ts";
import { type CompatibilityMode, satisfies } from "../compatibility/modes.ts";
import type { EventDefinition } from "../define-event.ts";
import { personalFieldsOf } from "../personal-fields.ts";
import { type ReleasedEvent, readableVersions, receivingContract, releasedContract } from "./release.ts";
import type { Bump } from "./semver.ts";

export interface EventCheck {
  catalogue: string;
  event: string;
  status: "added" | "removed" | "changed" | "described" | "unchanged";
  /** Version in the release that is compared with, and in the tree. */
  from?: string;
  to?: string;
  /** The tree reads the release's events, upcasters included; absent where there is nothing to compare. */
  backward?: boolean;
  /** The release's readers take the tree's events. */
  forward?: boolean;
  /** The smallest honest version bump for this event. */
  bump: Bump;
  changes: Change[];
  counterexample?: Counterexample;
  warnings: string[];
  /** Why the check fails; empty when it does not. */
  problems: string[];
}

export interface CheckOptions extends FuzzOptions {
  mode: CompatibilityMode;
  /** Day that sunsets are compared with, `YYYY-MM-DD`. */
  today: string;
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
  const refused = upcast ? refusedByUpcaster(released, definition, options) : undefined;
  const backward = upcast ? refused === undefined : direct.backward;
  const check: EventCheck = {
    ...{
      catalogue: released.catalogue,
      event: released.event,
      from: released.version,
      to: definition.version,
    },
    status: sameShape ? (describedAlike(released, definition) ? "unchanged" : "described") : "changed",
    backward,
    forward: direct.forward,
    bump: bumpFor(released, definition, direct, sameShape),
    changes: direct.changes,
    warnings: [...direct.warnings, ...unmarked(released, definition)],
    problems: [],
  };
  const counterexample = refused ?? direct.counterexample;
  if (counterexample) check.counterexample = counterexample;
  check.problems = problemsOf(check, released, definition, options);
  return check;
}

/** An event of the release that today's definition cannot read, although it has an upcaster for the version. */
function refusedByUpcaster(
  released: ReleasedEvent,
  definition: EventDefinition,
  options: FuzzOptions,
): Counterexample | undefined {
  const receiver = receivingContract(definition, released.version);
  return findCounterexample("backward", releasedContract(released), receiver, options);
}

function bumpFor(
  released: ReleasedEvent,
  definition: EventDefinition,
  direct: { backward: boolean; forward: boolean },
  sameShape: boolean,
): Bump {
  // Senders write today's shape, so data that only an upcaster can read is a break for them.
  if (!direct.backward || !direct.forward) return "major";
  if (!sameShape || idRule(released) !== idRule(definition)) return "minor";
  return describedAlike(released, definition) ? "none" : "patch";
}

function problemsOf(
  check: EventCheck,
  released: ReleasedEvent,
  definition: EventDefinition,
  { mode, today }: CheckOptions,
): string[] {
  const problems: string[] = [];
  if (!satisfies(mode, { backward: check.backward ?? true, forward: check.forward ?? true })) {
    const missing = check.backward ? "keep what old readers need" : "add previousVersion with an upcaster";
    problems.push(`not ${mode} compatible: ${missing}`);
  }
  if (check.status === "changed" && definition.version <= released.version) {
    problems.push(`changed under version ${released.version}: give it a later one, YYYY-MM-DD.NN`);
  }
  const readable = new Set([
    definition.version,
    ...readableVersions(definition).map(({ version }) => version),
  ]);
  for (const { version, sunset } of released.readable) {
    if (!readable.has(version) && (sunset === undefined || sunset >= today)) {
      problems.push(
        `version ${version} is no longer readable${sunset ? `, but was promised until ${sunset}` : ""}`,
      );
    }
  }
  return problems;
}

function unmarked(released: ReleasedEvent, definition: EventDefinition): string[] {
  const marked = new Set(personalFieldsOf(definition).map(({ path }) => path));
  return released.personal
    .filter((path) => !marked.has(path))
    .map((path) => `${path} is no longer marked as personal data: logs and dead letters would show it`);
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
