import { isStorable } from "../../text.ts";
import {
  add,
  at,
  between,
  type Check,
  mistyped,
  type Range,
  type Report,
  sized,
  UNSTORABLE,
} from "./report.ts";

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

/** @param size what says whether a value is within limits; zod asks some of them of other types too */
function typed(is: (value: unknown) => boolean, name: string, size: typeof sized) {
  return (...steps: Step[]): Check =>
    (value, report) => {
      if (is(value)) return follow(value, report, steps, size);
      mistyped(report, name, value);
      for (const step of steps) if (typeof step === "object") size(report, value, step);
      return value;
    };
}

export const text = /* @__PURE__ */ typed((value) => typeof value === "string", "string", sized);

export const number = /* @__PURE__ */ typed(Number.isFinite, "number", (report, value, range) => {
  if (Number.isFinite(value)) between(report, Number(value), range, "number to be");
});

export function match(pattern: RegExp, message: string): Check {
  return (value, report) => {
    if (!pattern.test(String(value))) add(report, message);
    return value;
  };
}

/** Every moment of a day that all months have. */
const plainMoment = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** UTC with milliseconds: what `toISOString` writes of years with four digits, which takes forty times as long to ask. */
export function timestamp(message: string): Check {
  return (value, report) => {
    const text = String(value);
    if (!plainMoment.test(text) && (text.length !== 24 || new Date(text).toJSON() !== text))
      add(report, message);
    return value;
  };
}

export const trim: Check = (value) => String(value).trim();

/** The last step of a text that may have characters that no database takes. */
export const storable: Check = (value, report) => {
  if (!isStorable(String(value))) add(report, UNSTORABLE);
  return value;
};

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
  between(report, Number(value), [-limit, limit], "int to be");
  return value;
};

export const boolean: Check = (value, report) =>
  typeof value === "boolean" ? value : mistyped(report, "boolean", value);

export const nothing: Check = (value, report) => (value === null ? value : mistyped(report, "null", value));

export function oneOf(values: readonly unknown[], message: string): Check {
  return (value, report) => {
    if (!values.includes(value)) add(report, message, 1);
    return value;
  };
}

export function maybe(check: Check, empty?: null): Check {
  return (value, report) => (value === empty ? value : check(value, report));
}

/** A rule of the contract's own, asked when the value is of the right types. */
export function rule(holds: (value: never) => unknown, message: string, path?: string): Check {
  return (value, report) => {
    if (!holds(asked(value))) add(report, message, 0, path);
    return value;
  };
}

/** Guarantee: a rule is asked only about values of the type that its contract has. */
function asked(value: unknown): never {
  return value as never;
}

export function object(fields: Readonly<Record<string, Check>>, ...rules: Check[]): Check {
  return (value, report) => {
    if (!isFields(value)) return mistyped(report, "object", value);
    const { fatal } = report;
    const result: Record<string, unknown> = {};
    for (const key in fields) {
      const check = fields[key];
      if (!check) continue;
      const field = at(key, check, value[key], report, ".");
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
    const isList = Array.isArray(value);
    if (!isList) mistyped(report, "array", value);
    const isTooLong = isList && value.length > (range[1] ?? Infinity);
    if (isTooLong) report.fatal += 1;
    const result =
      isList && !isTooLong ? [...value].map((part, index) => at(index, item, part, report, "[", "]")) : value;
    sized(report, value, range);
    return result;
  };
}
