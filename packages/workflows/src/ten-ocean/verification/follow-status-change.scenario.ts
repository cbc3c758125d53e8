import { changeMaya, maya } from "../../testing/house.ts";
import type { Scenario } from "../../testing/scenario.ts";
import type { TestBench } from "../../testing/test-bench.ts";

/** Maya, who has a session and the only seat of a party for which somebody waits, moves out. */
export const scenario: Scenario = async (bench) => {
  await mayaHasTheSeat(bench);
  await changeMaya(bench, "alumni");
};

export async function mayaHasTheSeat(bench: TestBench): Promise<void> {
  const { communityEvents, rsvps } = bench.tenOcean;
  const party = {
    eventId: "evt_1",
    title: "Party",
    description: "",
    location: "Roof",
    createdBy: "admin_001",
  };
  await communityEvents.create({ ...party, capacity: 1, startsAt: "2026-12-24T18:00:00.000Z" }, { emit: [] });
  for (const userId of [maya.userId, "user_suresh"])
    await rsvps.answer({ eventId: "evt_1", userId, response: "going" }, { emit: [] });
  await bench.sessions.open(`ten-ocean:${maya.userId}`, "2100-01-01T00:00:00Z");
}
