import { describedAs } from "../compatibility/contract.ts";
import type { Compatible, Direction } from "../compatibility/direction.ts";
import { type CompatibilityMode, satisfies } from "../compatibility/modes.ts";
import type { EventDefinition } from "../define-event.ts";
import { personalFieldsOf } from "../personal-fields.ts";
import { describeFields } from "../schemas/describe-fields.ts";
import { type Acceptable, type Acceptance, lineToAccept } from "./acceptances.ts";
import { type ReleasedEvent, readAs, readableVersions } from "./release.ts";

/** How one event of the tree compares with what a release promised of it. */
export interface Comparison {
  event: string;
  status: "added" | "removed" | "changed" | "described" | "unchanged";
  /** The tree reads the release's events, upcasters included; absent where there is nothing to compare. */
  backward?: Compatible;
  /** The release's readers take the tree's events. */
  forward?: Compatible;
  /** Why a direction is unproved, and where. */
  unproved?: Partial<Record<Direction, string>>;
  /** What a pending changeset accepts of it. */
  accepted?: Acceptance[];
}

/** What an event is held to. */
export interface Rules {
  mode: CompatibilityMode;
  /** Day that sunsets are compared with, `YYYY-MM-DD`. */
  today: string;
}

/** Why the check of an event fails, with what to do about it. */
export function problemsOf(
  check: Comparison,
  released: ReleasedEvent,
  definition: EventDefinition,
  rules: Rules,
): string[] {
  return [
    ...compatibilityProblems(check, rules),
    ...versionProblems(check, released, definition, rules),
    ...(isAccepted(check, "upcaster") ? [] : upcasterProblems(released, definition)),
    ...(isAccepted(check, "unmarked") ? [] : unmarkedProblems(released, definition)),
  ];
}

function compatibilityProblems(check: Comparison, { mode }: Rules): string[] {
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
  check: Comparison,
  released: ReleasedEvent,
  definition: EventDefinition,
  { today }: Rules,
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
    if (kept !== undefined && (sunset === undefined || kept < sunset)) {
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

export function isAccepted({ accepted = [] }: Comparison, what: Acceptable): boolean {
  return accepted.some((one) => one.what === what);
}

/** Fields that the release marks as personal data and the tree does not. */
export function unmarkedFields(released: ReleasedEvent, definition: EventDefinition): string[] {
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
