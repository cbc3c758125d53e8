import { changeMaya, maya } from "../../testing/house.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Maya moves out, who has the only seat of a party for which somebody waits. */
export const scenario: Scenario = async (bench) => {
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
  await changeMaya(bench, "alumni");
};
