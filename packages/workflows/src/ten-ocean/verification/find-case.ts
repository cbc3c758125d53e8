import type { Resident, Unit, Verification } from "@org/stores/ten-ocean/port";
import type { Uses } from "../ports.ts";
import type { CaseData } from "./case-data.ts";

export type CasePorts = Uses<{
  residents: "get" | "search";
  units: "list";
  admins: "list";
  verifications: "get";
}>;

export interface Case {
  /** What became of it by now; `removed` when the resident is there no more. */
  status: Verification["status"] | "removed";
  /** Ids of those who may decide. */
  reviewers: string[];
  data: CaseData;
}

/** A verification as it is now, with who decides on it and what they want to know. */
export async function findCase(
  ports: CasePorts,
  { userId, round }: Pick<Verification, "userId" | "round">,
): Promise<Case> {
  const { residents, units, verifications } = ports;
  const [resident, verification, house] = await Promise.all([
    residents.get(userId),
    verifications.get(userId, round),
    units.list(),
  ]);
  const unit = house.find(({ unitId }) => unitId === verification?.unitId);
  return {
    status: resident && verification ? verification.status : "removed",
    reviewers: await reviewersOf(ports, unit),
    data: {
      userId,
      name: resident ? nameOf(resident) : "",
      purpose: verification?.purpose ?? "registration",
      unit: unit?.label ?? "",
      neighbors: await neighborsIn(ports, unit, userId),
    },
  };
}

/** Without a unit it is up to the admins: a captain decides for their own floor alone. */
async function reviewersOf({ admins }: CasePorts, unit: Unit | undefined): Promise<string[]> {
  const listed = await admins.list({ unitId: unit?.unitId });
  return listed.filter(({ role }) => unit || role === "admin").map(({ adminId }) => adminId);
}

async function neighborsIn(
  { residents }: CasePorts,
  unit: Unit | undefined,
  userId: string,
): Promise<string> {
  if (!unit) return "";
  const found = await residents.search({ unitId: unit.unitId, standing: "resident" });
  return found.residents
    .filter((neighbor) => neighbor.userId !== userId)
    .map(nameOf)
    .join(", ");
}

function nameOf({ firstName, lastName }: Resident): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}
