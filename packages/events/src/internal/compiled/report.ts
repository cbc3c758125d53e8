/** What a compiled contract found, in zod's words and order. */
export interface Report {
  issues: Issue[];
  /** How many of them leave a value of which rules that span fields could say nothing. */
  fatal: number;
  /** At least as many bytes as the data has as JSON. */
  bytes: number;
}

export interface Issue {
  path: PropertyKey[];
  message: string;
  /** The data follows the contract, and has a text that no database takes. */
  unstorable?: boolean;
}

/** Takes a value, says what is wrong with it, and returns what becomes of it. */
export type Check = (value: unknown, report: Report) => unknown;

export const UNSTORABLE =
  "has the character NUL or half of a character; repair it with `storable` of @org/events/text";

export function newReport(): Report {
  return { issues: [], fatal: 0, bytes: 0 };
}

/** @param fatal 1 when rules of the whole cannot be asked any more */
export function add(report: Report, message: string, fatal = 0, path: readonly PropertyKey[] = []): void {
  report.issues.push({ path: [...path], message });
  report.fatal += fatal;
}

/** @returns the value, for a check to return */
export function mistyped(report: Report, expected: string, value: unknown): unknown {
  add(report, `Invalid input: expected ${expected}, received ${typeName(value)}`, 1);
  return value;
}

/** As zod names types: an object of a class by its class, and what is no finite number as it is written. */
function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const isOfClass = typeof value === "object" && Object.getPrototypeOf(value) !== Object.prototype;
  return isOfClass && value.constructor ? value.constructor.name : typeof value;
}

/** The check of a part, whose issues are where the part is. */
export function at(key: PropertyKey, check: Check, value: unknown, report: Report): unknown {
  const { issues } = report;
  let index = issues.length;
  const result = check(value, report);
  for (; index < issues.length; index++) issues[index]?.path.unshift(key);
  return result;
}

/** The least and the most, which a message of their own may follow. */
export type Range = readonly [least?: number, most?: number, tooSmall?: string, tooBig?: string];

/** Of whatever has a length, as zod asks also where the type is wrong; texts in code points. */
export function sized(report: Report, value: unknown, [least, most, tooSmall, tooBig]: Range): void {
  let length = Object(value ?? 0).length;
  if (length === undefined) return;
  const [what, unit] =
    typeof value === "string"
      ? ["string", " characters"]
      : Array.isArray(value)
        ? ["array", " items"]
        : ["unknown", ""];
  if (unit === " characters" && /[\ud800-\udfff]/.test(String(value))) length = [...String(value)].length;
  const verb = unit ? "have" : "be";
  if (least !== undefined && !(length >= least)) {
    add(report, tooSmall ?? `Too small: expected ${what} to ${verb} >=${least}${unit}`);
  }
  if (most !== undefined && !(length <= most)) {
    add(report, tooBig ?? `Too big: expected ${what} to ${verb} <=${most}${unit}`);
  }
}
