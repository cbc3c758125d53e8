import type { Change } from "../compatibility/change.ts";
import { compareContracts } from "../compatibility/compare-event-schemas.ts";
import { contractOf, describedAs } from "../compatibility/contract.ts";
import {
  type CompareOptions,
  type Compatible,
  type Counterexample,
  type Direction,
  likelyRefused,
  smallestRefused,
} from "../compatibility/direction.ts";
import { type CompatibilityMode, satisfies } from "../compatibility/modes.ts";
import type { EventDefinition } from "../define-event.ts";
import { personalFieldsOf } from "../personal-fields.ts";
import { describeFields } from "../schemas/describe-fields.ts";
import { type Acceptable, type Acceptance, lineToAccept } from "./acceptances.ts";
import {
  type ReleasedEvent,
  readAs,
  readableVersions,
  receivingContract,
  releasedContract,
} from "./release.ts";
import type { Bump } from "./semver.ts";

export interface EventCheck {
  catalogue: string;
  event: string;
  status: "added" | "removed" | "changed" | "described" | "unchanged";
  /** Version in the release that is compared with, and in the tree. */
  from?: string;
  to?: string;
  /** The tree reads the release's events, upcasters included; absent where there is nothing to compare. */
  backward?: Compatible;
  /** The release's readers take the tree's events. */
  forward?: Compatible;
  /** The smallest honest version bump for this event. */
  bump: Bump;
  changes: Change[];
  counterexample?: Counterexample;
  /** Why a direction is unproved, and where. */
  unproved?: Partial<Record<Direction, string>>;
  /** What a pending changeset accepts of it. */
  accepted?: Acceptance[];
  warnings: string[];
  /** Why the check fails; empty when it does not. */
  problems: string[];
}

export interface CheckOptions extends CompareOptions {
  mode: CompatibilityMode;
  /** Day that sunsets are compared with, `YYYY-MM-DD`. */
  today: string;
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

function isAccepted({ accepted = [] }: EventCheck, what: Acceptable): boolean {
  return accepted.some((one) => one.what === what);
}

function problemsOf(
  check: EventCheck,
  released: ReleasedEvent,
  definition: EventDefinition,
  options: CheckOptions,
): string[] {
  return [
    ...compatibilityProblems(check, options),
    ...versionProblems(check, released, definition, options),
    ...(isAccepted(check, "upcaster") ? [] : upcasterProblems(released, definition)),
    ...(isAccepted(check, "unmarked") ? [] : unmarkedProblems(released, definition)),
  ];
}

function compatibilityProblems(check: EventCheck, { mode }: CheckOptions): string[] {
  const { backward = true, forward = true, event } = check;
  const trusted = (answer: Compatible) =>
    answer === "unproved" && isAccepted(check, "unproved") ? true : answer;
  const [old, young] = [trusted(backward), trusted(forward)];
  const broken = { backward: old !== false, forward: young !== false };
  if (!satisfies(mode, broken)) {
    const missing = broken.backward
      ? "keep what old readers need, or release it as a new event"
      : "add previousVersion with an upcaster from the old shape, or keep taking it";
    return [`not ${mode} compatible: ${missing}`];
  }
  if (satisfies(mode, { backward: old, forward: young })) return [];
  const [direction, reason] =
    Object.entries(check.unproved ?? {}).find(([key]) => (key === "backward" ? old : young) !== true) ?? [];
  const advice = `Write it so that it can be proven, or, having looked, write into a pending changeset: ${lineToAccept(event, "unproved")}`;
  return [`not proven ${mode} compatible (${direction}: ${reason}). ${advice}`];
}

function versionProblems(
  check: EventCheck,
  released: ReleasedEvent,
  definition: EventDefinition,
  { today }: CheckOptions,
): string[] {
  const problems: string[] = [];
  if (definition.version < released.version) {
    problems.push(
      `version ${definition.version} is before the released ${released.version}: give it a later one, YYYY-MM-DD.NN`,
    );
  } else if (check.status === "changed" && definition.version === released.version) {
    problems.push(`changed under version ${released.version}: give it a later one, YYYY-MM-DD.NN`);
  }
  const readable = new Map([
    [definition.version, undefined],
    ...readableVersions(definition).map(({ version, sunset }) => [version, sunset] as const),
  ]);
  for (const { version, sunset } of released.readable) {
    const kept = readable.get(version);
    if (!readable.has(version) && (sunset === undefined || sunset >= today)) {
      problems.push(
        `version ${version} is no longer readable${sunset ? `, but was promised until ${sunset}` : ""}: keep it as previousVersion`,
      );
    }
    if (kept !== undefined && (sunset === undefined || kept < sunset) && kept !== sunset) {
      problems.push(
        `version ${version} was promised ${sunset ? `until ${sunset}` : "without an end"} and would end on ${kept}: a sunset may only move later`,
      );
    }
  }
  const [before, after] = [released.deprecation?.sunset, definition.deprecation?.sunset];
  if (before !== undefined && after !== undefined && after < before) {
    problems.push(`it was promised until ${before} and would end on ${after}: a sunset may only move later`);
  }
  return problems;
}

/** Data of earlier versions that today is read as something else than the release read it as. */
function upcasterProblems(released: ReleasedEvent, definition: EventDefinition): string[] {
  if (released.version !== definition.version) return [];
  return released.readable.flatMap(({ version, results = [] }) => {
    const changed = results.find(({ data, result }) => {
      const now = readAs(definition, { v: version, data });
      return now === undefined || canonical(now) !== canonical(result);
    });
    if (!changed) return [];
    const advice = `Undo it, or write into a pending changeset: ${lineToAccept(definition.event, "upcaster")}`;
    return [
      `the upcaster from version ${version} gives another result than in the release for ${JSON.stringify(changed.data)}. ${advice}`,
    ];
  });
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function unmarkedFields(released: ReleasedEvent, definition: EventDefinition): string[] {
  const marked = new Set(personalFieldsOf(definition).map(({ path }) => path));
  const present = describeFields(describedAs(definition.schema, "input")).map(({ path }) => path);
  return released.personal.filter(
    (path) => !marked.has(path) && (path.includes("*") || present.includes(path)),
  );
}

function unmarkedProblems(released: ReleasedEvent, definition: EventDefinition): string[] {
  const advice = `Mark it with personal(...), or write into a pending changeset: ${lineToAccept(definition.event, "unmarked")}`;
  return unmarkedFields(released, definition).map(
    (path) => `${path} is no longer marked as personal data: logs and dead letters would show it. ${advice}`,
  );
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
