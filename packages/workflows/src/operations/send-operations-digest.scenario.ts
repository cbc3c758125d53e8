import type { Scenario } from "../testing/scenario.ts";

/** To the Monday after the bench's. */
export const scenario: Scenario = ({ engine }) => engine.advance("7d");
