import { describe, expect, it } from "vitest";
import { readTimeRange, toLocalField } from "./time-range.ts";

const now = Date.parse("2026-11-01T12:00:00Z");
const read = (search: string) => readTimeRange(new URLSearchParams(search), now);

describe("readTimeRange", () => {
  it("reads a period before now, and moments of which the first is included", () => {
    expect(read("since=60000")).toEqual({ after: now - 60_000 });
    expect(read("from=2026-11-01T10:00:00Z&to=2026-11-01T11:00:00Z")).toEqual({
      after: now - 7_200_001,
      before: now - 3_600_000,
    });
  });

  it.each(["", "since=soon", "since=-5", "from=yesterday&to="])("takes %j as any time", (search) => {
    expect(read(search)).toEqual({});
  });
});

it("gives a field the time that the reader's clock shows", () => {
  expect(Date.parse(toLocalField(now))).toBe(now);
});
