import type { Emit } from "../../outbox/port.ts";

export interface Unit {
  unitId: string;
  /** As on the door: `4B`. */
  label: string;
  floor: number;
}

export interface Units {
  /** By floor and label. */
  list(): Promise<Unit[]>;
  /** @returns false when the id exists; nothing is changed then. */
  add(unit: Unit): Promise<boolean>;
}

/** What became of someone's registration. */
export type VerificationStatus = "pending" | "verified" | "rejected";

/** What someone is to the house; `user/status.changed` tells of changes. `pending` until it is known. */
export type Standing = "pending" | "resident" | "alumni" | "suspended";

export interface NewResident {
  userId: string;
  email: string;
  firstName: string;
  lastName: string;
  unitId?: string;
}

export interface Resident extends NewResident {
  /** E.164. */
  phone?: string;
  status: VerificationStatus;
  standing: Standing;
  registeredAt: string;
}

export type ResidentChanges = Partial<
  Pick<Resident, "email" | "firstName" | "lastName" | "unitId" | "phone">
>;

export interface StandingChange {
  userId: string;
  from: Standing;
  to: Standing;
}

export interface Residents {
  /**
   * Registers a resident with status `pending`. The same `userId` again returns the first registration and emits
   * nothing.
   * @throws EmailTakenError, UnknownUnitError (see `errors.ts` beside this file); nothing is written then.
   */
  register(resident: NewResident, events: Emit<Resident>): Promise<Resident>;
  get(userId: string): Promise<Resident | undefined>;
  /** @param email in any case. */
  findByEmail(email: string): Promise<Resident | undefined>;
  /** By user id, from behind `after`; at most `limit` (default 500). */
  list(options?: { standing?: Standing; after?: string; limit?: number }): Promise<Resident[]>;
  /**
   * Changes what is given; a change that changes nothing emits nothing.
   * @throws UnknownResidentError, EmailTakenError, UnknownUnitError
   */
  update(userId: string, changes: ResidentChanges, events: Emit<Resident>): Promise<Resident>;
  /** @returns false when that is their standing already; nothing is emitted then. @throws UnknownResidentError */
  changeStanding(userId: string, to: Standing, events: Emit<StandingChange>): Promise<boolean>;
}

export interface Verification {
  userId: string;
  status: VerificationStatus;
  openedAt: string;
  decidedAt?: string;
  /** The admin's or floor captain's id. */
  decidedBy?: string;
  /** Why it was rejected. */
  reason?: string;
}

export interface Verifications {
  /**
   * Puts a resident into the verification queue; a second call returns the first record.
   * @throws UnknownResidentError
   */
  open(userId: string): Promise<Verification>;
  get(userId: string): Promise<Verification | undefined>;
  /** Oldest first. */
  listPending(): Promise<Verification[]>;
  /**
   * Decides on a registration; of two admins at once one does. The resident's standing is changed by whoever hears of
   * it.
   * @returns false when it was decided before; nothing is emitted then.
   * @throws UnknownResidentError when none is open.
   */
  decide(
    userId: string,
    decision: { status: "verified" | "rejected"; decidedBy: string; reason?: string },
    events: Emit<Verification>,
  ): Promise<boolean>;
}

/** Someone who decides on verifications: an admin for the whole house, a floor captain for one floor. */
export interface Admin {
  adminId: string;
  name: string;
  email: string;
  /** E.164. */
  phone?: string;
  role: "admin" | "floor-captain";
  /** The floor captain's floor. */
  floor?: number;
}

export interface Admins {
  /** With a unit: all admins and the floor captains of its floor. Without: all admins and all floor captains. */
  list(options?: { unitId?: string }): Promise<Admin[]>;
  get(adminId: string): Promise<Admin | undefined>;
  /** Everyone with the address, in any case: one person may be admin and the captain of a floor. */
  findByEmail(email: string): Promise<Admin[]>;
  /** @returns false when the id exists; nothing is changed then. */
  add(admin: Admin): Promise<boolean>;
}
