import { checkTimeZone } from "./time-zone.ts";

/**
 * Production reads schedules as Go's robfig/cron v3 does: five standard fields and descriptors. It is done by hand because
 * croner takes more (`7`, `L`, `1#1`), takes no `@every`, and has other runs when the clock is changed.
 */
export type Schedule =
  | { kind: "every"; milliseconds: number }
  | {
      kind: "fields";
      timeZone: string;
      minutes: ReadonlySet<number>;
      hours: ReadonlySet<number>;
      months: ReadonlySet<number>;
      daysOfMonth: ReadonlySet<number>;
      daysOfWeek: ReadonlySet<number>;
      /** One of the two day fields begins with `*` or `?`: both must hold. Otherwise either does. */
      bothDays: boolean;
    };

interface Bounds {
  name: string;
  from: number;
  to: number;
  names?: readonly string[];
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const bounds = {
  minutes: { name: "minute", from: 0, to: 59 },
  hours: { name: "hour", from: 0, to: 23 },
  daysOfMonth: { name: "day of month", from: 1, to: 31 },
  months: { name: "month", from: 1, to: 12, names: monthNames },
  daysOfWeek: { name: "day of week", from: 0, to: 6, names: dayNames },
} satisfies Record<string, Bounds>;

const descriptors: ReadonlyMap<string, string> = new Map([
  ["@yearly", "0 0 1 1 *"],
  ["@annually", "0 0 1 1 *"],
  ["@monthly", "0 0 1 * *"],
  ["@weekly", "0 0 * * 0"],
  ["@daily", "0 0 * * *"],
  ["@midnight", "0 0 * * *"],
  ["@hourly", "0 * * * *"],
]);

/**
 * Reads a cron trigger: five fields, or `@daily` and the like, or `@every 1h30m`, each with `TZ=Europe/Paris ` before it
 * if it is not for UTC.
 * @throws RangeError that says which part cannot be read.
 */
export function readSchedule(text: string): Schedule {
  const zone = /^(?:CRON_)?TZ=(\S*) (.*)$/s.exec(text);
  const timeZone = zone?.[1] || "UTC";
  checkTimeZone(timeZone);
  const schedule = zone?.[2]?.trim() ?? text;
  if (schedule.startsWith("@every ")) {
    return { kind: "every", milliseconds: readInterval(schedule.slice("@every ".length)) };
  }
  const expanded = schedule.startsWith("@") ? descriptors.get(schedule) : schedule;
  if (expanded === undefined) {
    const known = [...descriptors.keys(), "@every <duration>"].join(", ");
    throw new RangeError(`"${schedule}" is not a descriptor: use one of ${known}.`);
  }
  const fields = expanded.split(/\s+/).filter(Boolean);
  const [minute, hour, dayOfMonth, month, dayOfWeek, ...more] = fields;
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek || more.length > 0) {
    throw new RangeError(`a schedule has 5 fields, this one has ${fields.length}.`);
  }
  const [days, weekdays] = [
    readField(dayOfMonth, bounds.daysOfMonth),
    readField(dayOfWeek, bounds.daysOfWeek),
  ];
  return {
    kind: "fields",
    timeZone,
    minutes: readField(minute, bounds.minutes).values,
    hours: readField(hour, bounds.hours).values,
    months: readField(month, bounds.months).values,
    daysOfMonth: days.values,
    daysOfWeek: weekdays.values,
    bothDays: days.isEvery || weekdays.isEvery,
  };
}

interface Field {
  values: Set<number>;
  /** Holds a bare `*` or `?`, without a step. */
  isEvery: boolean;
}

function readField(field: string, limits: Bounds): Field {
  const read: Field = { values: new Set(), isEvery: false };
  for (const part of field.split(",").filter(Boolean)) {
    const { first, last, step, isEvery } = readPart(part, limits);
    for (let value = first; value <= last; value += step) read.values.add(value);
    read.isEvery ||= isEvery;
  }
  return read;
}

/** `5`, `1-5`, `*`, `?`, each with `/2` behind it; `5/2` goes on to the end of the field. */
function readPart(part: string, limits: Bounds) {
  const [range = "", stepText, ...moreSteps] = part.split("/");
  const [low = "", high, ...moreEnds] = range.split("-");
  if (moreSteps.length > 0 || moreEnds.length > 0) throw unreadable(part, limits, "it has too many parts");
  const isStar = low === "*" || low === "?";
  const first = isStar ? limits.from : readValue(low, part, limits);
  const step = stepText === undefined ? 1 : readNumber(stepText, part, limits);
  const openEnd = isStar || (high === undefined && stepText !== undefined);
  const last = openEnd ? limits.to : high === undefined ? first : readValue(high, part, limits);
  if (first < limits.from || last > limits.to) {
    throw unreadable(part, limits, `it takes ${limits.from} to ${limits.to}`);
  }
  if (first > last) throw unreadable(part, limits, "it ends before it begins");
  if (step === 0) throw unreadable(part, limits, "its step is 0");
  return { first, last, step, isEvery: isStar && step === 1 };
}

function readValue(text: string, part: string, limits: Bounds): number {
  const place = limits.names?.indexOf(text.toLowerCase()) ?? -1;
  return place < 0 ? readNumber(text, part, limits) : limits.from + place;
}

function readNumber(text: string, part: string, limits: Bounds): number {
  if (!/^\+?\d{1,9}$/.test(text)) throw unreadable(part, limits, `"${text}" is not a number or name of it`);
  return Number(text);
}

function unreadable(part: string, { name }: Bounds, why: string): RangeError {
  return new RangeError(`"${part}" cannot be the ${name}: ${why}.`);
}

const goUnits: ReadonlyMap<string, number> = new Map([
  ["ns", 1e-6],
  ["us", 1e-3],
  ["µs", 1e-3],
  ["μs", 1e-3],
  ["ms", 1],
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
]);

/** Go's durations, which know no days. Whole seconds, at least one. */
function readInterval(text: string): number {
  const [, sign, body = ""] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  let total = 0;
  const rest = body.replace(
    /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g,
    (_match, amount: string, unit: string) => {
      total += Number(amount) * (goUnits.get(unit) ?? 0);
      return "";
    },
  );
  if (rest !== "" && body !== "0") {
    throw new RangeError(`"@every ${text}" has no duration: write it as "90s", "15m" or "1h30m".`);
  }
  if (body === "") throw new RangeError('"@every" needs a duration, as "@every 1h30m".');
  const seconds = Math.floor((sign === "-" ? -total : total) / 1_000);
  return Math.max(1, seconds) * 1_000;
}
