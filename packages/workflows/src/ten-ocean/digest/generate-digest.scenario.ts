import { notificationDigestGenerate } from "@org/events/ten-ocean/notification-digest-generate";
import { announce } from "../../testing/full-house.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  await announce(bench);
  await bench.engine.send(
    notificationDigestGenerate.create({
      period: "weekly",
      since: "2026-10-26T12:00:00.000Z",
      until: "2026-11-02T04:00:00.000Z",
    }),
  );
};
