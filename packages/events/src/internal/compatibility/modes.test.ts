import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type CompatibilityMode, compareWithHistory } from "./modes.ts";

const first = z.object({ id: z.string(), old: z.string() });
const second = z.object({ id: z.string(), old: z.string().optional() });
const third = z.object({ id: z.string() });

describe("compatibility modes over a history", () => {
  const narrowing = [z.object({ size: z.int().max(30) }), z.object({ size: z.int().max(10) })];

  it.each<[CompatibilityMode, boolean]>([
    ["BACKWARD", true],
    ["BACKWARD_TRANSITIVE", false],
    ["FORWARD", false],
    ["FORWARD_TRANSITIVE", false],
    ["FULL", false],
    ["FULL_TRANSITIVE", false],
  ])("%s: a limit that went from 30 to 10 to 20", (mode, compatible) => {
    expect(compareWithHistory(mode, narrowing, z.object({ size: z.int().max(20) })).compatible).toBe(
      compatible,
    );
  });

  it.each<[CompatibilityMode, boolean]>([
    ["BACKWARD", true],
    ["BACKWARD_TRANSITIVE", true],
    ["FORWARD", true],
    ["FORWARD_TRANSITIVE", false],
    ["FULL", true],
    ["FULL_TRANSITIVE", false],
  ])("%s: a field that was required, then optional, then gone", (mode, compatible) => {
    const { compatible: actual, comparisons } = compareWithHistory(mode, [first, second], third);
    expect(actual).toBe(compatible);
    expect(comparisons.length).toBe(mode.endsWith("TRANSITIVE") ? 2 : 1);
  });

  it("no history is always compatible", () => {
    expect(compareWithHistory("FULL_TRANSITIVE", [], first)).toEqual({ compatible: true, comparisons: [] });
  });
});
