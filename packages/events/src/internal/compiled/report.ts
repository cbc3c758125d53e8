import { isStorable } from "../../text.ts";

export type Path = readonly PropertyKey[];

/** What a compiled contract found, in zod's words and order. */
export interface Report {
  issues: { path: Path; message: string }[];
  /** How many of them leave a value of which rules that span fields could say nothing. */
  fatal: number;
  /** Where the first text is that cannot be stored. */
  unstorable?: Path;
}

export function newReport(): Report {
  return { issues: [], fatal: 0 };
}

/** The value is wrong, and goes on to the rules. */
export function note(report: Report, path: Path, message: string): void {
  report.issues.push({ path, message });
}

/** The value is not what rules could be asked about. */
export function stop(report: Report, path: Path, message: string): void {
  note(report, path, message);
  report.fatal += 1;
}

export function mistyped(report: Report, path: Path, expected: string, value: unknown): void {
  stop(report, path, `Invalid input: expected ${expected}, received ${typeName(value)}`);
}

/** As zod names types: an object of a class by its class, and what is no finite number as it is written. */
function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const isOfClass = typeof value === "object" && Object.getPrototypeOf(value) !== Object.prototype;
  return isOfClass && value.constructor ? value.constructor.name : typeof value;
}

export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Of whatever has a length, as zod asks also where the type is wrong. */
export function short(report: Report, path: Path, value: unknown, minimum: number, message?: string): void {
  const length = lengthOf(value);
  if (length === undefined || length >= minimum) return;
  note(report, path, message ?? `Too small: expected ${sized(value, `>=${minimum}`)}`);
}

export function long(report: Report, path: Path, value: unknown, maximum: number, message?: string): void {
  const length = lengthOf(value);
  if (length === undefined || length <= maximum) return;
  note(report, path, message ?? `Too big: expected ${sized(value, `<=${maximum}`)}`);
}

/** In code points for texts, as zod counts. Whatever calls itself `length` is compared as zod compares it. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === "string") return /[\ud800-\udfff]/.test(value) ? Array.from(value).length : value.length;
  return Object(value).length;
}

function sized(value: unknown, limit: string): string {
  if (typeof value === "string") return `string to have ${limit} characters`;
  return Array.isArray(value) ? `array to have ${limit} items` : `unknown to be ${limit}`;
}

export function storing(report: Report, path: Path, text: string): void {
  if (!isStorable(text)) report.unstorable ??= path;
}
