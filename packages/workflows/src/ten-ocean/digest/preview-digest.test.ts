import { expect, it } from "vitest";
import { announce } from "../../testing/full-house.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { previewDigest } from "./preview-digest.ts";

const now = new Date("2026-11-02T04:00:00.000Z");

const previewOf = ({ tenOcean: { digests } }: TestBench) =>
  previewDigest({ digests, portalUrl: "https://10ocean.test" });

it("shows a resident's digest since the last one, and sends and records nothing", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await announce(bench, { floor: 4 });
  const shown = await previewOf(bench)("user_maya", "weekly", now);
  expect(shown?.message?.subject).toBe("Your week at 10 Ocean, November 1");
  expect(shown?.message?.text).toContain("Water off on Tuesday");
  expect(shown?.message?.html).toContain("https://10ocean.test/ten-ocean/announcements/ann_water");
  expect(shown?.span.since).toBe("2026-10-19T12:00:00.000Z");

  await bench.tenOcean.digests.begin({
    period: "weekly",
    since: "2026-10-25T12:00:00.000Z",
    until: "2026-11-01T13:00:00.000Z",
  });
  const since = await previewOf(bench)("user_maya", "weekly", now);
  expect(since).toMatchObject({ span: { since: "2026-11-01T13:00:00.000Z" }, message: undefined });
  await bench.settle();
  expect(bench.vendors.outbox()).toEqual([]);
  expect(bench.engine.events()).toEqual([]);
});

it("says that there would be none, and that there is no such reader", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await announce(bench, { floor: 4 });
  expect(await previewOf(bench)("user_chloe", "daily", now)).toMatchObject({
    reader: { firstName: "Chloé", floor: 2 },
    message: undefined,
  });
  expect(await previewOf(bench)("user_nobody", "weekly", now)).toBeUndefined();
});
