import { decide, sam } from "../../testing/house.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await bench.tenOcean.residents.register(sam, { emit: [] });
  await bench.tenOcean.verifications.open(sam.userId);
  await decide(bench, "rejected");
};
