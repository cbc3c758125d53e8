import { expect, it } from "vitest";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "ask-for-weekly-digest";
const benchOptions = { schedulesOf: [functionId] };

/** The spans that were asked for, in order. */
const asked = ({ engine }: TestBench) =>
  engine
    .events({ name: "notification/digest.generate" })
    .map(({ data }): Record<string, unknown> => Object(data));

const utc = (local: string) => new Date(local).toISOString();

it("asks on Monday at eight by the building's clock, for the week since the last one", async () => {
  const bench = await startTestBench(benchOptions);
  await bench.engine.advanceTo("2026-11-02T07:59:59-05:00");
  expect(asked(bench)).toEqual([]);
  await bench.engine.advanceTo("2026-11-09T08:00:00-05:00");
  expect(asked(bench)).toMatchObject([
    { period: "weekly", since: utc("2026-10-26T08:00:00-04:00"), until: utc("2026-11-02T08:00:00-05:00") },
    { period: "weekly", since: utc("2026-11-02T08:00:00-05:00"), until: utc("2026-11-09T08:00:00-05:00") },
  ]);
});

it.each([
  [
    "begins",
    "2027-03-01T12:00:00-05:00",
    ["2027-03-01T08:00:00-05:00", "2027-03-08T08:00:00-05:00", "2027-03-15T08:00:00-04:00"],
  ],
  [
    "ends",
    "2027-10-25T12:00:00-04:00",
    ["2027-10-25T08:00:00-04:00", "2027-11-01T08:00:00-04:00", "2027-11-08T08:00:00-05:00"],
  ],
] as const)("stays at eight when summer %s", async (_what, startTime, [before, during, after]) => {
  const bench = await startTestBench({ ...benchOptions, startTime });
  await bench.engine.advanceTo(after);
  expect(asked(bench)).toMatchObject([
    { since: utc(before), until: utc(during) },
    { since: utc(during), until: utc(after) },
  ]);
});

it("makes up for weeks in which nothing ran, and asks for no week twice", async () => {
  const bench = await startTestBench(benchOptions);
  const last = { since: utc("2026-10-05T08:00:00-04:00"), until: utc("2026-10-12T08:00:00-04:00") };
  await bench.tenOcean.digests.begin({ period: "weekly", ...last });
  await bench.engine.advanceTo("2026-11-02T08:00:00-05:00");
  expect(asked(bench)).toMatchObject([{ since: last.until, until: utc("2026-11-02T08:00:00-05:00") }]);

  await bench.engine.controls.invoke(`ten-ocean-tenant-assc-${functionId}`, {});
  await bench.engine.runUntilIdle();
  const outputs = bench.engine.runs({ functionId }).map(({ output }) => Object(output).asked);
  expect(outputs.toSorted()).toEqual([false, true]);
  expect(asked(bench)).toHaveLength(1);
});
