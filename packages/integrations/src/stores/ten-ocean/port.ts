import type { Deliveries } from "../../deliveries/port.ts";
import type { Emit } from "../../outbox/port.ts";

/** Times are ISO 8601, UTC. */

export interface Unit {
  unitId: string;
  /** As on the door: `4B`. */
  label: string;
  floor: number;
}

export type ResidentStatus = "pending" | "verified" | "rejected";

export interface NewResident {
  userId: string;
  email: string;
  firstName: string;
  lastName: string;
  unitId?: string;
}

export interface Resident extends NewResident {
  status: ResidentStatus;
  registeredAt: string;
}

export interface Verification {
  userId: string;
  status: ResidentStatus;
  openedAt: string;
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

export interface Units {
  /** By floor and label. */
  list(): Promise<Unit[]>;
  /** @returns false when the id exists; nothing is changed then. */
  add(unit: Unit): Promise<boolean>;
}

export interface Residents {
  /**
   * Registers a resident with status `pending`. The same `userId` again returns the first registration and emits
   * nothing.
   * @throws EmailTakenError, UnknownUnitError (see `errors.ts` beside this file); nothing is written then.
   */
  register(resident: NewResident, events: Emit<Resident>): Promise<Resident>;
  get(userId: string): Promise<Resident | undefined>;
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
}

export interface Admins {
  /** With a unit: all admins and the floor captains of its floor. Without: all admins and all floor captains. */
  list(options?: { unitId?: string }): Promise<Admin[]>;
  /** @returns false when the id exists; nothing is changed then. */
  add(admin: Admin): Promise<boolean>;
}

/** The tenant association's state. Methods throw `IntegrationError`, retryable when the database cannot be reached. */
export interface TenOceanStores {
  units: Units;
  residents: Residents;
  verifications: Verifications;
  admins: Admins;
  deliveries: Deliveries;
}
