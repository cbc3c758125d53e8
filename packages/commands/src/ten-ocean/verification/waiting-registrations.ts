import type {
  Resident,
  Residents,
  Unit,
  Units,
  Verification,
  Verifications,
} from "@org/stores/ten-ocean/port";
import type { PersonWith } from "../../sessions/person.ts";

/** Who decides: an admin on everyone, a floor captain on those who say that they live on their floor. */
export type Reviewer = PersonWith<"association-admin" | "floor-captain">;

export interface WaitingRegistration {
  resident: Resident;
  /** Where they say that they live; undefined for people who did not name a unit. */
  unit: Unit | undefined;
  /** Where somebody lives who asks for another unit. */
  movesFrom: Unit | undefined;
  verification: Verification;
  /** Residents of that unit already: two people may share one. */
  neighbors: Resident[];
}

export interface WaitingRegistrationsPorts {
  residents: Pick<Residents, "get" | "search">;
  units: Pick<Units, "list">;
  verifications: Pick<Verifications, "listPending">;
}

/** The registrations and new units that wait for this reviewer, oldest first. */
export async function waitingRegistrations(
  { residents, units, verifications }: WaitingRegistrationsPorts,
  reviewer: Reviewer,
): Promise<WaitingRegistration[]> {
  const [pending, house] = await Promise.all([verifications.listPending(), units.list()]);
  const waiting = await Promise.all(
    pending.map((verification) => reviewed({ residents }, reviewer, verification, house)),
  );
  return waiting.filter((each) => each !== undefined);
}

/** One verification as a reviewer sees it, whatever became of it; undefined when it is not theirs. */
export async function findReview(
  {
    residents,
    units,
    verifications,
  }: Omit<WaitingRegistrationsPorts, "verifications"> & { verifications: Pick<Verifications, "get"> },
  reviewer: Reviewer,
  userId: string,
): Promise<WaitingRegistration | undefined> {
  const [verification, house] = await Promise.all([verifications.get(userId), units.list()]);
  return verification && (await reviewed({ residents }, reviewer, verification, house));
}

export function mayDecide(reviewer: Reviewer, unit: Unit | undefined): boolean {
  return reviewer.role === "association-admin" || reviewer.floor === unit?.floor;
}

async function reviewed(
  { residents }: Pick<WaitingRegistrationsPorts, "residents">,
  reviewer: Reviewer,
  verification: Verification,
  house: readonly Unit[],
): Promise<WaitingRegistration | undefined> {
  const { userId, purpose } = verification;
  const unit = house.find(({ unitId }) => unitId === verification.unitId);
  if (!mayDecide(reviewer, unit)) return undefined;
  const [resident, found] = await Promise.all([
    residents.get(userId),
    unit ? residents.search({ unitId: unit.unitId, standing: "resident" }) : { residents: [] },
  ]);
  if (!resident) return undefined;
  const lives = house.find(({ unitId }) => unitId === resident.unitId);
  const neighbors = found.residents.filter((neighbor) => neighbor.userId !== userId);
  return { resident, unit, movesFrom: purpose === "move" ? lives : undefined, verification, neighbors };
}
