import { expect, it } from "vitest";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "ask-for-daily-digest";
const benchOptions = { schedulesOf: [functionId] };

/** The spans that were asked for, in order. */
const asked = ({ engine }: TestBench) =>
  engine
    .events({ name: "notification/digest.generate" })
    .map(({ data }): Record<string, unknown> => Object(data));

const utc = (local: string) => new Date(local).toISOString();

it("asks every morning at eight, for the day since the last one", async () => {
  const bench = await startTestBench(benchOptions);
  await bench.engine.advanceTo("2026-11-03T08:00:00-05:00");
  expect(asked(bench)).toMatchObject([
    { period: "daily", since: utc("2026-11-01T08:00:00-05:00"), until: utc("2026-11-02T08:00:00-05:00") },
    { period: "daily", since: utc("2026-11-02T08:00:00-05:00"), until: utc("2026-11-03T08:00:00-05:00") },
  ]);
});

it("has a day of 23 hours when summer begins, and one of 25 when it ends", async () => {
  const bench = await startTestBench({ ...benchOptions, startTime: "2027-03-11T12:00:00-05:00" });
  const hoursOf = ({ since, until }: Record<string, unknown>) =>
    (Date.parse(String(until)) - Date.parse(String(since))) / 3_600_000;
  await bench.engine.advanceTo("2027-03-15T08:00:00-04:00");
  expect(asked(bench).map(hoursOf)).toEqual([24, 24, 23, 24]);
  await bench.close();
  const autumn = await startTestBench({ ...benchOptions, startTime: "2027-11-05T12:00:00-04:00" });
  await autumn.engine.advanceTo("2027-11-08T08:00:00-05:00");
  expect(asked(autumn).map(hoursOf)).toEqual([24, 25, 24]);
});

it("makes up for days in which nothing ran", async () => {
  const bench = await startTestBench(benchOptions);
  const last = { since: utc("2026-10-29T08:00:00-04:00"), until: utc("2026-10-30T08:00:00-04:00") };
  await bench.tenOcean.digests.begin({ period: "daily", ...last });
  await bench.engine.advanceTo("2026-11-02T08:00:00-05:00");
  expect(asked(bench)).toMatchObject([{ since: last.until, until: utc("2026-11-02T08:00:00-05:00") }]);
});
