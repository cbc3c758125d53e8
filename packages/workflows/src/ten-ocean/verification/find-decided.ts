import type { Standing } from "@org/stores/ten-ocean/port";
import type { Uses } from "../ports.ts";

/** Whom a decision was about, as they are now: their standing and the label of the unit; `removed` when they are gone. */
export async function findDecided(
  { residents, units, verifications }: Uses<{ residents: "get"; units: "list"; verifications: "get" }>,
  userId: string,
  round: number,
): Promise<{ standing: Standing | "removed"; unit: string }> {
  const [resident, verification, house] = await Promise.all([
    residents.get(userId),
    verifications.get(userId, round),
    units.list(),
  ]);
  const unit = house.find(({ unitId }) => unitId === verification?.unitId);
  return { standing: resident?.standing ?? "removed", unit: unit?.label ?? "" };
}
