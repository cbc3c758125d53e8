import { isStorable } from "../../text.ts";
import { add, at, type Check, mistyped, type Range, type Report, sized, UNSTORABLE } from "./report.ts";

/** One check of a value of the right type: a function that returns what becomes of it, or the limits of its size. */
type Step = Check | Range;

/** Steps end where one leaves nothing to ask about. */
function follow(value: unknown, report: Report, steps: readonly Step[], range: typeof sized): unknown {
  const { fatal } = report;
  for (const step of steps) {
    if (report.fatal > fatal) break;
    if (typeof step === "function") value = step(value, report);
    else range(report, value, step);
  }
  return value;
}

export function text(...steps: Step[]): Check {
  return (value, report) => {
    if (typeof value === "string") {
      report.bytes += value.length * 6;
      return follow(value, report, steps, sized);
    }
    mistyped(report, "string", value);
    for (const step of steps) if (typeof step === "object") sized(report, value, step);
    return value;
  };
}

export function match(pattern: RegExp, message: string): Check {
  return (value, report) => {
    if (!pattern.test(String(value))) add(report, message);
    return value;
  };
}

export const trim: Check = (value) => String(value).trim();

/** The last step of a text that may have characters that no database takes. */
export const storable: Check = (value, report) => {
  if (!isStorable(String(value))) report.issues.push({ path: [], message: UNSTORABLE, unstorable: true });
  return value;
};

export function number(...steps: Step[]): Check {
  return (value, report) =>
    Number.isFinite(value) ? follow(value, report, steps, between) : mistyped(report, "number", value);
}

function between(
  report: Report,
  value: unknown,
  [least = -Infinity, most = Infinity, small, big]: Range,
): void {
  if (Number(value) < least) add(report, small ?? `Too small: expected number to be >=${least}`);
  if (Number(value) > most) add(report, big ?? `Too big: expected number to be <=${most}`);
}

/** Beyond a limit that is itself left out. */
export function over(limit: number, message: string): Check {
  return (value, report) => {
    if (!(Number(value) > limit)) add(report, message);
    return value;
  };
}

export function under(limit: number, message: string): Check {
  return (value, report) => {
    if (!(Number(value) < limit)) add(report, message);
    return value;
  };
}

export const whole: Check = (value, report) => {
  if (!Number.isInteger(value)) return mistyped(report, "int", value);
  const limit = Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(value)) {
    add(
      report,
      Number(value) > 0
        ? `Too big: expected int to be <=${limit}`
        : `Too small: expected int to be >=-${limit}`,
    );
  }
  return value;
};

export const boolean: Check = (value, report) =>
  typeof value === "boolean" ? value : mistyped(report, "boolean", value);

export const nothing: Check = (value, report) => (value === null ? value : mistyped(report, "null", value));

export function oneOf(values: readonly unknown[], message: string): Check {
  return (value, report) => {
    report.bytes += 600;
    if (!values.includes(value)) add(report, message, 1);
    return value;
  };
}

export function maybe(check: Check, empty?: null): Check {
  return (value, report) => (value === empty ? value : check(value, report));
}

/** A rule of the contract's own, asked when the value is of the right types. */
export function rule(holds: (value: never) => unknown, message: string, ...path: string[]): Check {
  return (value, report) => {
    if (!holds(asked(value))) add(report, message, 0, path);
    return value;
  };
}

/** Guarantee: a rule is asked only about values of the type that its contract has. */
function asked(value: unknown): never {
  return value as never;
}

/** Bytes of a key, a number and what stands between them. */
const MOST_OF_A_FIELD = 600;

export function object(fields: Readonly<Record<string, Check>>, ...rules: Check[]): Check {
  return (value, report) => {
    if (!isFields(value)) return mistyped(report, "object", value);
    const { fatal } = report;
    const result: Record<string, unknown> = {};
    for (const key in fields) {
      const check = fields[key];
      if (!check) continue;
      const field = at(key, check, value[key], report);
      report.bytes += MOST_OF_A_FIELD;
      if (key in value) result[key] = field;
    }
    return report.fatal > fatal ? result : follow(result, report, rules, sized);
  };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One that is too long is not looked into. */
export function list(item: Check, range: Range = []): Check {
  return (value, report) => {
    if (!Array.isArray(value)) {
      mistyped(report, "array", value);
      sized(report, value, range);
      return value;
    }
    const [least, most = Infinity, small, big] = range;
    if (value.length > most) {
      sized(report, value, [undefined, most, small, big]);
      report.fatal += 1;
      return value;
    }
    const result = Array.from(value, (part, index) => at(index, item, part, report));
    report.bytes += result.length * 30;
    sized(report, value, [least, undefined, small]);
    return result;
  };
}
