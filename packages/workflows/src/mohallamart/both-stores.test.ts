import { expect, it } from "vitest";
import { marketplaceState } from "../testing/marketplace-state.ts";
import { parsed } from "../testing/parsed.ts";
import { outcomeOf, play } from "../testing/play.ts";
import { type Scenario, scenariosOf } from "../testing/scenario.ts";
import type { TestBench } from "../testing/test-bench.ts";

const scenarios = scenariosOf(import.meta.glob("./*/*.scenario.ts", { eager: true }));

/** The archive numbers batches of the marketplace otherwise than those of a database that has everything. */
const batchNumber = /-\d{6}(?=\.ndjson)/;

/** Everything that a scenario left behind. */
async function outcomeIn(marketplaceStore: "postgres" | "convex", functionId: string, scenario: Scenario) {
  const look = async (bench: TestBench) => ({
    ...(await outcomeOf(bench, functionId)),
    marketplace: await marketplaceState(bench),
  });
  const bench = { marketplaceStore, schedulesOf: [functionId] };
  const { effects, ...outcome } = await play(scenario, look, { bench });
  const archived = Object.entries(effects.archived).map(([name, text]) => [
    name.replace(batchNumber, ""),
    text,
  ]);
  return parsed({ ...outcome, effects: { ...effects, archived } });
}

it.each(Object.entries(scenarios))(
  "%s does the same with the marketplace in Convex as in Postgres",
  async (functionId, scenario) => {
    const expected = await outcomeIn("postgres", functionId, scenario);
    expect(expected).toMatchObject({ runs: ["Completed"] });
    expect(await outcomeIn("convex", functionId, scenario)).toEqual(expected);
  },
);
