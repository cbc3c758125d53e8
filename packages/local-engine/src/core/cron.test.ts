import { describe, expect, it } from "vitest";
import { createRandom } from "../test/random.ts";
import { nextCronTime } from "./cron.ts";

const next = (schedule: string, after: string) => {
  const time = nextCronTime(schedule, Date.parse(after));
  return time === undefined ? undefined : new Date(time).toISOString();
};

it.each([
  ["0 9 * * 1", "2026-11-02T09:00:00.000Z"],
  ["TZ=Europe/Paris 0 9 * * 1", "2026-11-02T08:00:00.000Z"],
  ["CRON_TZ=Asia/Kolkata 30 9 * * *", "2026-11-01T04:00:00.000Z"],
  ["TZ=America/New_York 30 2 * * *", "2026-11-01T07:30:00.000Z"],
  ["TZ=Asia/Kathmandu 15 * * * *", "2026-11-01T00:30:00.000Z"],
  ["@daily", "2026-11-02T00:00:00.000Z"],
  ["@midnight", "2026-11-02T00:00:00.000Z"],
  ["@hourly", "2026-11-01T01:00:00.000Z"],
  ["@weekly", "2026-11-08T00:00:00.000Z"],
  ["@monthly", "2026-12-01T00:00:00.000Z"],
  ["@yearly", "2027-01-01T00:00:00.000Z"],
  ["@annually", "2027-01-01T00:00:00.000Z"],
  ["TZ=Europe/Paris @daily", "2026-11-01T23:00:00.000Z"],
  ["@every 1h30m", "2026-11-01T01:30:00.000Z"],
  ["@every 1.5h", "2026-11-01T01:30:00.000Z"],
  ["@every 10ms", "2026-11-01T00:00:01.000Z"],
  ["0 0 29 FEB *", "2028-02-29T00:00:00.000Z"],
  ["0 0 ? * mon-WED", "2026-11-02T00:00:00.000Z"],
  ["5/20 22-23 * * *", "2026-11-01T22:05:00.000Z"],
])("%s fires at %s", (schedule, expected) => expect(next(schedule, "2026-11-01T00:00:00Z")).toBe(expected));

it("takes either day field when both are restricted, and both when one is a star", () => {
  expect(next("0 0 13 * 5", "2026-11-01T00:00:00Z")).toBe("2026-11-06T00:00:00.000Z");
  expect(next("0 0 */2 * 5", "2026-11-02T00:00:00Z")).toBe("2026-11-03T00:00:00.000Z");
  expect(next("0 0 13 * *", "2026-11-01T00:00:00Z")).toBe("2026-11-13T00:00:00.000Z");
});

it("never fires on a date that does not come within five years", () => {
  expect(next("0 0 30 2 *", "2026-11-01T00:00:00Z")).toBeUndefined();
  expect(next("0 0 29 2 *", "2096-03-01T00:00:00Z")).toBeUndefined();
});

describe("when the clock is changed", () => {
  it("has no run at a time that is skipped", () => {
    expect(next("TZ=America/New_York 30 2 * * *", "2026-03-07T12:00:00Z")).toBe("2026-03-09T06:30:00.000Z");
    expect(next("TZ=America/New_York 30 * * * *", "2026-03-08T06:30:00Z")).toBe("2026-03-08T07:30:00.000Z");
  });

  it("has no run at a midnight that is skipped", () => {
    expect(next("TZ=Africa/Cairo 0 0 * * *", "2026-04-23T12:00:00Z")).toBe("2026-04-24T21:00:00.000Z");
  });

  it("has two runs at a time that comes twice", () => {
    const schedule = "TZ=America/New_York 30 1 * * *";
    expect(next(schedule, "2026-11-01T00:00:00Z")).toBe("2026-11-01T05:30:00.000Z");
    expect(next(schedule, "2026-11-01T05:30:00Z")).toBe("2026-11-01T06:30:00.000Z");
    expect(next(schedule, "2026-11-01T06:30:00Z")).toBe("2026-11-02T06:30:00.000Z");
  });
});

it.each([
  ["", "5 fields"],
  ["* * * * * *", "5 fields"],
  ["* * * *", "5 fields"],
  ["99 * * * *", '"99" cannot be the minute'],
  ["0 24 * * *", '"24" cannot be the hour'],
  ["0 9 * * 7", '"7" cannot be the day of week'],
  ["0 9 L * *", '"L" cannot be the day of month'],
  ["0 9 0 * *", '"0" cannot be the day of month'],
  ["0 9 15W * *", '"15W" cannot be the day of month'],
  ["0 9 * * 1#1", '"1#1" cannot be the day of week'],
  ["0 9 * * 5L", '"5L" cannot be the day of week'],
  ["0 9 * 13 *", '"13" cannot be the month'],
  ["0 9 * * monday", '"monday" cannot be the day of week'],
  ["0 9 * * fri-mon", '"fri-mon" cannot be the day of week: it ends before it begins'],
  ["1-2-3 * * * *", "too many parts"],
  ["*/2/3 * * * *", "too many parts"],
  ["*/0 * * * *", "its step is 0"],
  ["-5 * * * *", '"-5" cannot be the minute'],
  ["@fortnightly", '"@fortnightly" is not a descriptor'],
  ["@Daily", '"@Daily" is not a descriptor'],
  ["@every", '"@every" is not a descriptor'],
  ["@every 1d", "has no duration"],
  ["@every soon", "has no duration"],
  ["TZ=+05:30 0 9 * * *", '"+05:30" is not a time zone'],
  ["TZ=Nowhere/Else 0 9 * * *", '"Nowhere/Else" is not a time zone'],
  ["TZ=europe/paris 0 9 * * *", '"europe/paris" is not a time zone'],
  ["TZ=asia/kolkata 0 9 * * *", '"asia/kolkata" is not a time zone'],
  ["TZ=UTC", "5 fields"],
])("refuses %j and says why", (schedule, reason) => {
  expect(() => nextCronTime(schedule, 0)).toThrow(reason);
});

/** Fields in which stars, lists, ranges and steps are mixed at random. */
function randomSchedule(random: () => number): { schedule: string; zone: string } {
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
  const field = (from: number, to: number, stars: number) => {
    if (random() < stars) return pick(["*", "*", "?", "*/2", `*/${2 + Math.floor(random() * 5)}`]);
    const value = () => from + Math.floor(random() * (to - from + 1));
    const [low, high] = [value(), value()].sort((a, b) => a - b);
    return pick([`${low}`, `${low},${high}`, `${low}-${high}`, `${low}-${high}/3`, `${low}/7`]);
  };
  const zone = pick([
    "UTC",
    "America/New_York",
    "Europe/Paris",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Kathmandu",
  ]);
  const fields = [
    field(0, 59, 0.3),
    field(0, 23, 0.5),
    field(1, 31, 0.6),
    field(1, 12, 0.8),
    field(0, 6, 0.6),
  ];
  return { schedule: fields.join(" "), zone };
}

/** Another reading of the rules: every minute's wall time, in words, against each value that a field lists. */
function createScan(schedule: string, zone: string) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    dateStyle: "full",
    timeStyle: "short",
    hourCycle: "h23",
  });
  const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  const months =
    "January February March April May June July August September October November December".split(" ");
  const fields = schedule.split(" ");
  const holds = (position: number, value: number, from: number, to: number) =>
    (fields[position] ?? "").split(",").some((part) => {
      const [range = "", step] = part.split("/");
      const [low = "", high = step ? `${to}` : low] = range.split("-");
      const [first, last] = /[*?]/.test(low) ? [from, to] : [Number(low), Number(high)];
      return value >= first && value <= last && (value - first) % Number(step ?? 1) === 0;
    });
  const isStar = (position: number) => fields[position] === "*" || fields[position] === "?";
  return (time: number): boolean => {
    const [, weekday = "", day = "", month = "", hour = "", minute = ""] =
      /^(\w+),? (\d+) (\w+) \d+ at (\d+):(\d+)$/.exec(format.format(time)) ?? [];
    const ofMonth = holds(2, Number(day), 1, 31);
    const ofWeek = holds(4, days.indexOf(weekday), 0, 6);
    return (
      holds(0, Number(minute), 0, 59) &&
      holds(1, Number(hour), 0, 23) &&
      holds(3, months.indexOf(month) + 1, 1, 12) &&
      (isStar(2) || isStar(4) ? ofMonth && ofWeek : ofMonth || ofWeek)
    );
  };
}

const changes = [
  "2026-03-08T05:00Z",
  "2026-11-01T03:00Z",
  "2026-03-28T22:00Z",
  "2026-10-24T22:00Z",
  "2026-10-03T12:00Z",
  "2026-04-04T12:00Z",
  "2026-04-23T18:00Z",
  "2026-10-29T18:00Z",
  "2026-12-31T20:00Z",
];

it("agrees with a look at every minute, around the changes of clocks", () => {
  const random = createRandom(12);
  let fired = 0;
  for (let round = 0; round < 300; round++) {
    const { schedule, zone } = randomSchedule(random);
    const matches = createScan(schedule, zone);
    const start = Date.parse(changes[round % changes.length] ?? "") + Math.floor(random() * 3_600_000);
    const end = start + 12 * 3_600_000;
    const expected: number[] = [];
    for (let time = Math.ceil((start + 1) / 60_000) * 60_000; time <= end; time += 60_000) {
      if (matches(time)) expected.push(time);
    }
    const actual: number[] = [];
    let time = nextCronTime(`TZ=${zone} ${schedule}`, start);
    for (; time !== undefined && time <= end; time = nextCronTime(`TZ=${zone} ${schedule}`, time))
      actual.push(time);
    expect(actual, `TZ=${zone} ${schedule} from ${new Date(start).toISOString()}`).toEqual(expected);
    fired += actual.length;
  }
  expect(fired).toBeGreaterThan(1_000);
});
