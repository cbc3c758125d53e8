/** Paths begin with the dot of their first field. */
export interface Issue {
  path: string;
  reason: string;
}

/** What a compiled contract found, in zod's words and order. */
export interface Report {
  issues: Issue[];
  /** How many of them leave a value of which rules that span fields could say nothing. */
  fatal: number;
}

/** Takes a value, says what is wrong with it, and returns what becomes of it. */
export type Check = (value: unknown, report: Report) => unknown;

/** The reason of the only issues that data may have which follows its contract. */
export const UNSTORABLE = "has NUL or half a character; repair it with `storable` of @org/events/text";

export function newReport(): Report {
  return { issues: [], fatal: 0 };
}

/** @param fatal 1 when rules of the whole cannot be asked any more */
export function add(report: Report, reason: string, fatal = 0, path = ""): void {
  report.issues.push({ path, reason });
  report.fatal += fatal;
}

/** @returns the value, for a check to return */
export function mistyped(report: Report, expected: string, value: unknown): unknown {
  add(report, `Invalid input: expected ${expected}, received ${typeName(value)}`, 1);
  return value;
}

/** As zod names types: an object of a class by its class, and what is no finite number as it is written. */
function typeName(value: unknown): string {
  if (value === null || (typeof value === "number" && !Number.isFinite(value))) return String(value);
  if (Array.isArray(value)) return "array";
  const isOfClass = typeof value === "object" && Object.getPrototypeOf(value) !== Object.prototype;
  return isOfClass && value.constructor ? value.constructor.name : typeof value;
}

/** The check of a part, whose issues are where the part is: behind `before`, its key and `after`. */
export function at(
  key: string | number,
  check: Check,
  value: unknown,
  report: Report,
  before: string,
  after = "",
): unknown {
  const { issues } = report;
  let index = issues.length;
  const result = check(value, report);
  for (; index < issues.length; index++) {
    const issue = issues[index];
    if (issue) issue.path = before + key + after + issue.path;
  }
  return result;
}

/** The least and the most, which a message of their own may follow. */
export type Range = readonly [least?: number, most?: number, tooSmall?: string, tooBig?: string];

/** @param what in zod's words, such as `number to be` */
export function between(
  report: Report,
  size: number,
  [least, most, tooSmall, tooBig]: Range,
  what: string,
  unit = "",
): void {
  if (least !== undefined && !(size >= least)) {
    add(report, tooSmall ?? `Too small: expected ${what} >=${least}${unit}`);
  }
  if (most !== undefined && !(size <= most)) {
    add(report, tooBig ?? `Too big: expected ${what} <=${most}${unit}`);
  }
}

/** Two UTF-16 units that are one character. */
const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Of whatever has a length, as zod asks also where the type is wrong; texts in code points. */
export function sized(report: Report, value: unknown, range: Range): void {
  const { length } = typeof value === "string" ? value.replace(pairs, "_") : Object(value ?? 0);
  if (typeof value === "string") between(report, length, range, "string to have", " characters");
  else if (Array.isArray(value)) between(report, length, range, "array to have", " items");
  else if (length !== undefined) between(report, length, range, "unknown to be");
}
