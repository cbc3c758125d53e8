import { userRejected } from "@org/events/ten-ocean/user-rejected";
import { userVerified } from "@org/events/ten-ocean/user-verified";
import { UnknownResidentError } from "@org/stores/ten-ocean/errors";
import type { Resident, TenOceanStores, Unit, Verification } from "@org/stores/ten-ocean/port";
import type { PersonWith } from "../session/person.ts";
import type { Decision } from "./parse-decision.ts";

type Stores = Pick<TenOceanStores, "residents" | "units" | "verifications">;

/** Who decides: an admin on everyone, a floor captain on those who say that they live on their floor. */
export type Reviewer = PersonWith<"association-admin" | "floor-captain">;

export interface WaitingRegistration {
  resident: Resident;
  /** Undefined for people who did not name one. */
  unit: Unit | undefined;
  verification: Verification;
}

/** The registrations that wait for this reviewer, oldest first. */
export async function waitingFor(
  { residents, units, verifications }: Stores,
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

function mayDecide(reviewer: Reviewer, unit: Unit | undefined): boolean {
  return reviewer.role === "association-admin" || reviewer.floor === unit?.floor;
}

/** `decided`: somebody was faster; `not-theirs`: there is none that this reviewer may decide on. */
export type DecisionOutcome = Decision["status"] | "decided" | "not-theirs";

/** Decides on a registration, with the event that it causes. */
export async function decideRegistration(
  stores: Stores,
  reviewer: Reviewer,
  { userId, status, reason }: Decision,
): Promise<DecisionOutcome> {
  const [resident, house] = await Promise.all([stores.residents.get(userId), stores.units.list()]);
  const unit = house.find(({ unitId }) => unitId === resident?.unitId);
  if (!resident || !mayDecide(reviewer, unit)) return "not-theirs";
  const decidedBy = reviewer.id;
  try {
    const decided = await stores.verifications.decide(
      userId,
      { status, decidedBy, reason },
      {
        emit: ({ decidedAt }) => {
          const timestamp = decidedAt ?? new Date().toISOString();
          return status === "verified"
            ? [userVerified.create({ userId, verifiedBy: decidedBy, timestamp })]
            : [userRejected.create({ userId, rejectedBy: decidedBy, reason, timestamp })];
        },
      },
    );
    return decided ? status : "decided";
  } catch (error) {
    if (error instanceof UnknownResidentError) return "not-theirs";
    throw error;
  }
}
