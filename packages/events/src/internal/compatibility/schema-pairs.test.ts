import { describe, expect, it } from "vitest";
import * as z from "zod";
import { schemaPairs } from "../testing/schema-pairs.ts";
import { compareEventSchemas } from "./compare-event-schemas.ts";
import { contractOf } from "./contract.ts";
import { likelyRefused, smallestRefused } from "./direction.ts";

describe.each(Object.entries(schemaPairs))("%s", (_, pairs) => {
  it.each(pairs)("%s", (_name, previous, next, backward, forward) => {
    const comparison = compareEventSchemas(previous, next);
    expect(comparison).toMatchObject({ backward, forward, full: backward === true && forward === true });
    expect(Object.keys(comparison.unproved)).toEqual([
      ...(backward === "unproved" ? ["backward"] : []),
      ...(forward === "unproved" ? ["forward"] : []),
    ]);
    const [writer, reader] =
      comparison.counterexample?.direction === "forward" ? [next, previous] : [previous, next];
    if (comparison.counterexample)
      expect(reader.safeParse(comparison.counterexample.value).success).toBe(false);
    if (backward === true) expect(refused(previous, next)).toBeUndefined();
    if (forward === true) expect(refused(next, previous)).toBeUndefined();
    expect(writer).toBeDefined();
  });
});

/** What is proven is tried too, which has to agree. */
function refused(writer: z.ZodType, reader: z.ZodType) {
  const [one, other] = [contractOf(writer), contractOf(reader)];
  return smallestRefused("backward", likelyRefused(one, other), one, other);
}

describe("what cannot be compared", () => {
  it("ends in time, also where a refinement never does", () => {
    const endless = z.string().refine(() => {
      for (;;);
    });
    const { backward, unproved } = compareEventSchemas(z.string(), endless, { timeLimit: 200 });
    expect({ backward, unproved }).toMatchObject({
      backward: "unproved",
      unproved: { backward: "it took longer than 0.2 s" },
    });
  });

  it("ends in time where an expression backtracks without end", () => {
    const next = z.string().regex(/^(?:(?<=x|)(?:a|a)+)+$/);
    const { backward } = compareEventSchemas(z.string().regex(/^a{40}b$/), next, { timeLimit: 500 });
    expect(backward).toBe("unproved");
  });

  it("is named with its path where it is nested too deeply, and overflows no stack", () => {
    const deep = Array.from({ length: 5_000 }).reduce<z.ZodType>(
      (inner) => z.object({ a: inner }),
      z.string(),
    );
    const { backward, forward, unproved } = compareEventSchemas(
      z.object({ top: deep }),
      z.object({ top: deep }),
    );
    expect([backward, forward]).toEqual(["unproved", "unproved"]);
    expect(unproved.backward).toContain("nested deeper than 100 levels, at top.a.a");
  });

  it("is named where each level is a schema of its own without end", () => {
    const endless = (): z.ZodType => z.object({ next: z.lazy(endless).optional() });
    expect(compareEventSchemas(endless(), z.string()).unproved.backward).toContain("nested deeper");
  });

  it("is named where the schema is too large", () => {
    const large = Array.from({ length: 30 }).reduce<z.ZodType>(
      (inner) => z.object({ a: inner, b: inner }),
      z.string(),
    );
    expect(compareEventSchemas(large, large).unproved.backward).toContain("too large");
  });
});
