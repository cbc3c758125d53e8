import { pictureFile } from "@org/integrations/pictures/names";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const picture = `${"a".repeat(32)}-${"0".repeat(16)}`;
  await bench.pictures.put(pictureFile(picture, 240), Uint8Array.of(1));
  await bench.engine.advanceTo("2026-11-11T09:00:00+05:30");
};
