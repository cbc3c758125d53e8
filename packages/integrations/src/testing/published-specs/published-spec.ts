import { afterAll, describe, expect, it } from "vitest";
import type { PublishedSpec, Route } from "../vendor-bench.ts";
import { judge, type Verdict } from "./exchange.ts";
import { loadSpec } from "./load-spec.ts";
import { tapWire, type Wiretap } from "./wiretap.ts";

/** Runs a port's contract suite and holds everything that went over the wire meanwhile against the vendor's spec. */
export function againstPublishedSpec(
  { file, operations, newer, wrong = [] }: PublishedSpec,
  contract: (route: Route) => void,
): void {
  describe(file, () => {
    const taps: Wiretap[] = [];
    contract(async (vendorUrl) => {
      const tap = await tapWire(vendorUrl);
      taps.push(tap);
      return tap.url;
    });
    afterAll(async () => {
      await Promise.all(taps.map((tap) => tap.stop()));
    });

    describe("the published spec", async () => {
      const verdicts = async (): Promise<Verdict[]> => {
        const spec = await loadSpec(file);
        return taps.flatMap((tap) => tap.exchanges.map((exchange) => judge(spec, exchange, newer)));
      };

      it("agrees with every request and every answer", async () => {
        const violations = new Set((await verdicts()).flatMap((verdict) => verdict.violations));
        const excused = wrong.flatMap(({ violation }) =>
          [...violations].filter((text) => violation.test(text)),
        );
        for (const text of excused) violations.delete(text);
        expect([...violations]).toEqual([]);
      });

      for (const { violation, because } of wrong) {
        it(`is still wrong: ${because}`, async () => {
          const violations = (await verdicts()).flatMap((verdict) => verdict.violations);
          expect(violations).toContainEqual(expect.stringMatching(violation));
        });
      }

      it("has seen every operation that is used", async () => {
        const seen = (await verdicts()).map(({ operation }) => operation);
        expect([...new Set(seen)].sort()).toEqual(operations.toSorted());
      });
    });
  });
}
