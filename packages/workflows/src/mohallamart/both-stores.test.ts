import { expect, it } from "vitest";
import { marketplaceState } from "../testing/marketplace-state.ts";
import { outcomeOf, play } from "../testing/play.ts";
import { type Scenario, scenariosOf } from "../testing/scenario.ts";

const scenarios = scenariosOf(import.meta.glob("./*/*.scenario.ts", { eager: true }));

function playIn(marketplaceStore: "postgres" | "convex", functionId: string, scenario: Scenario) {
  return play(
    scenario,
    async (bench) => ({
      ...(await outcomeOf(bench, functionId)),
      marketplace: await marketplaceState(bench),
    }),
    { bench: { marketplaceStore, schedulesOf: [functionId] } },
  );
}

it.each(Object.entries(scenarios))(
  "%s does the same with the marketplace in Convex as in Postgres",
  async (functionId, scenario) => {
    const expected = await playIn("postgres", functionId, scenario);
    expect(expected.runs).toContain("Completed");
    expect(await playIn("convex", functionId, scenario)).toEqual(expected);
  },
);
