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
  /** Undefined for people who did not name one. */
  unit: Unit | undefined;
  verification: Verification;
}

export interface WaitingRegistrationsPorts {
  residents: Pick<Residents, "get">;
  units: Pick<Units, "list">;
  verifications: Pick<Verifications, "listPending">;
}

/** The registrations that wait for this reviewer, oldest first. */
export async function waitingRegistrations(
  { residents, units, verifications }: WaitingRegistrationsPorts,
  reviewer: Reviewer,
): Promise<WaitingRegistration[]> {
  const [pending, house] = await Promise.all([verifications.listPending(), units.list()]);
  const waiting = await Promise.all(
    pending.map(async (verification) => {
      const resident = await residents.get(verification.userId);
      if (!resident) return [];
      const unit = house.find(({ unitId }) => unitId === resident.unitId);
      return mayDecide(reviewer, unit) ? [{ resident, unit, verification }] : [];
    }),
  );
  return waiting.flat();
}

export function mayDecide(reviewer: Reviewer, unit: Unit | undefined): boolean {
  return reviewer.role === "association-admin" || reviewer.floor === unit?.floor;
}
