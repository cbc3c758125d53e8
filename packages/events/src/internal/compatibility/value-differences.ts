import type { JsonSchema } from "../schemas/json-schema.ts";
import type { Breaks, Change } from "./change.ts";

/** Differences of one value: type, choices, pattern, limits, branches. */
export function valueDifferences(previous: JsonSchema, next: JsonSchema, path: string): Change[] {
  if (previous.type !== next.type) return [typeChange(previous, next, path)];
  return [
    ...choiceDifferences(previous, next, path),
    ...textDifferences(previous, next, path),
    ...limitDifferences(previous, next, path),
    ...branchDifferences(previous, next, path),
    ...opennessDifferences(previous, next, path),
  ];
}

function typeChange(previous: JsonSchema, next: JsonSchema, path: string): Change {
  const [before, after] = [previous.type ?? "any", next.type ?? "any"];
  return {
    path,
    rule: "type-changed",
    direction: typeBreaks(before, after),
    message: `${before} became ${after}`,
  };
}

function typeBreaks(before: string, after: string): Breaks {
  if (after === "any" || (before === "integer" && after === "number")) return "forward";
  if (before === "any" || (before === "number" && after === "integer")) return "backward";
  return "both";
}

function choiceDifferences(previous: JsonSchema, next: JsonSchema, path: string): Change[] {
  const before = choices(previous);
  const after = choices(next);
  if (!before && !after) return [];
  if (!before) return [change(path, "choices-added", "backward", `now only ${list(after ?? [])}`)];
  if (!after) return [change(path, "choices-removed", "forward", `no longer only ${list(before)}`)];
  const gone = before.filter((value) => !after.includes(value));
  const fresh = after.filter((value) => !before.includes(value));
  return [
    ...(gone.length > 0 ? [change(path, "choice-removed", "backward", `${list(gone)} is refused now`)] : []),
    ...(fresh.length > 0
      ? [change(path, "choice-added", "forward", `old readers refuse ${list(fresh)}`)]
      : []),
  ];
}

function choices(schema: JsonSchema): string[] | undefined {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  return schema.enum?.map((value) => JSON.stringify(value));
}

function list(values: string[]): string {
  return values.join(", ");
}

function textDifferences(previous: JsonSchema, next: JsonSchema, path: string): Change[] {
  return (["pattern", "format"] as const).flatMap((key) => {
    const [before, after] = [previous[key], next[key]];
    if (before === after) return [];
    if (before === undefined) return [change(path, `${key}-added`, "backward", `now ${after}`)];
    if (after === undefined) return [change(path, `${key}-removed`, "forward", `no longer ${before}`)];
    return [change(path, `${key}-changed`, "both", `${before} became ${after}`)];
  });
}

/** Whether a greater number lets fewer values through. */
const limits = {
  minimum: true,
  exclusiveMinimum: true,
  minLength: true,
  minItems: true,
  maximum: false,
  exclusiveMaximum: false,
  maxLength: false,
  maxItems: false,
} as const;

function limitDifferences(previous: JsonSchema, next: JsonSchema, path: string): Change[] {
  return Object.entries(limits).flatMap(([key, greaterIsTighter]) => {
    const none = greaterIsTighter ? -Infinity : Infinity;
    const before = previous[key as keyof typeof limits] ?? none;
    const after = next[key as keyof typeof limits] ?? none;
    if (before === after) return [];
    const tighter = after > before === greaterIsTighter;
    const message = `${key} ${name(before)} became ${name(after)}`;
    return [
      tighter
        ? change(path, "limit-tightened", "backward", message)
        : change(path, "limit-loosened", "forward", message),
    ];
  });
}

function name(limit: number): string {
  return Number.isFinite(limit) ? String(limit) : "none";
}

function branchDifferences(previous: JsonSchema, next: JsonSchema, path: string): Change[] {
  const before = branches(previous);
  const after = branches(next);
  const gone = before.filter((branch) => !after.includes(branch));
  const fresh = after.filter((branch) => !before.includes(branch));
  return [
    ...gone.map((branch) => change(path, "branch-removed", "backward", `${branch} is refused now`)),
    ...fresh.map((branch) => change(path, "branch-added", "forward", `old readers do not know ${branch}`)),
  ];
}

function branches({ anyOf, oneOf }: JsonSchema): string[] {
  return (anyOf ?? oneOf ?? []).map((branch) => JSON.stringify(branch));
}

function opennessDifferences(previous: JsonSchema, next: JsonSchema, path: string): Change[] {
  const [before, after] = [previous.additionalProperties === false, next.additionalProperties === false];
  if (before === after) return [];
  return after
    ? [change(path, "object-closed", "backward", "unknown fields are refused now")]
    : [change(path, "object-opened", "forward", "old readers refuse unknown fields")];
}

function change(path: string, rule: string, direction: Breaks, message: string): Change {
  return { path, rule, direction, message };
}
