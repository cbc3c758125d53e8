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

/** What became of someone's registration; `lapsed` when nobody decided in time. */
export type VerificationStatus = "pending" | "verified" | "rejected" | "lapsed";

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
  Pick<Resident, "email" | "firstName" | "lastName" | "unitId"> & {
    /** `null` takes the number away. */
    phone: string | null;
  }
>;

/** What an admin looks for; whatever is absent does not matter. */
export interface ResidentSearch {
  /** Part of a name or of the email address, in any case. */
  text?: string;
  standing?: Standing;
  unitId?: string;
  /** Of their unit. */
  floor?: number;
  /** Residents to pass over, default 0. */
  offset?: number;
  /** Default 50. */
  limit?: number;
}

/** A profile change, with what it was before. */
export interface ProfileChange {
  before: Resident;
  after: Resident;
}

export interface StandingChange {
  userId: string;
  from: Standing;
  to: Standing;
}

export interface Residents {
  /**
   * Registers a resident with status `pending`. The same `userId` again returns the first registration and emits
   * nothing.
   * @throws EmailTakenError, UnknownUnitError, ResidentRemovedError (see `errors.ts` beside this file); nothing is
   * written then.
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
  update(userId: string, changes: ResidentChanges, events: Emit<ProfileChange>): Promise<Resident>;
  /** By first and last name, with how many there are in all. */
  search(search: ResidentSearch): Promise<{ residents: Resident[]; total: number }>;
  /**
   * Makes a resident of somebody who was verified and whose standing is still `pending`.
   * @returns whether it did; nothing is emitted otherwise.
   */
  admit(userId: string, events: Emit<StandingChange>): Promise<boolean>;
  /** @returns false when that is their standing already; nothing is emitted then. @throws UnknownResidentError */
  changeStanding(userId: string, to: Standing, events: Emit<StandingChange>): Promise<boolean>;
  /**
   * Closes an account, whatever its standing: the profile, verifications, preferences and the member's list are gone at
   * once, their name is gone from what others were told, the email is free, and nobody registers under the id again.
   * `remove` erases what is left.
   * @returns false when there is no such resident; nothing is emitted then.
   */
  close(userId: string, events: Emit<Resident>): Promise<boolean>;
  /**
   * Closes the account if it is open, and erases what is personal elsewhere: what they wrote in the forum and about
   * repairs, their name where others mention them, their answers to events, what others were told of them, what is
   * recorded of such messages, and their events in the outbox that the engine has accepted. A repair's number, place,
   * category and dates stay, and so do the seats of past events, as a former resident's. Repeating it erases what came
   * since. Give the seats of coming events on before, by `Rsvps.withdraw`.
   * @returns ids of what they began in the portal, by which failed runs about it are forgotten.
   */
  remove(userId: string): Promise<{ theirs: string[] }>;
}

export interface Verification {
  userId: string;
  /** The resident's first verification is 1; each that begins anew is one more. */
  round: number;
  /** Whether someone asks to be a resident, or is one and says that they live in another unit now. */
  purpose: "registration" | "move";
  /** Where they say that they live; absent when they named no unit. */
  unitId?: string;
  /** `withdrawn`: the resident asked for something else, or is none any more. */
  status: VerificationStatus | "withdrawn";
  openedAt: string;
  /** When it was decided, lapsed or was withdrawn. */
  decidedAt?: string;
  /** The admin's or floor captain's id. */
  decidedBy?: string;
  /** Why it was rejected. */
  reason?: string;
}

export interface Verifications {
  /**
   * Puts a resident into the verification queue; a second call returns the latest record.
   * @throws UnknownResidentError
   */
  open(userId: string): Promise<Verification>;
  /**
   * Begins again for somebody whose registration was rejected or lapsed, with what they say of themselves now.
   * @returns undefined when it is neither; nothing is changed or emitted then.
   * @throws UnknownResidentError, UnknownUnitError
   */
  reopen(
    userId: string,
    resident: Pick<NewResident, "firstName" | "lastName" | "unitId">,
    events: Emit<Verification>,
  ): Promise<Verification | undefined>;
  /**
   * A resident says that they live in another unit; it takes the place of an earlier request that is not decided. They
   * keep the unit that they have until it is.
   * @returns undefined when it is the unit that they have (an earlier request is withdrawn then) or asked for already;
   * nothing is emitted then.
   * @throws UnknownResidentError, UnknownUnitError; NotResidentError for one who is no resident.
   */
  requestMove(userId: string, unitId: string, events: Emit<Verification>): Promise<Verification | undefined>;
  /** The latest, or that of a round. */
  get(userId: string, round?: number): Promise<Verification | undefined>;
  /** Oldest first. */
  listPending(): Promise<Verification[]>;
  /**
   * Decides on what is pending; of two admins at once one does. A confirmed unit counts from then on. An applicant's
   * standing is changed by whoever hears of it.
   * @param decision `round`: what the admin looked at; another one is left alone
   * @returns false when it was decided, lapsed or was withdrawn before; nothing is emitted then.
   * @throws UnknownResidentError when none was opened.
   */
  decide(
    userId: string,
    decision: { status: "verified" | "rejected"; decidedBy: string; reason?: string; round?: number },
    events: Emit<Verification>,
  ): Promise<boolean>;
  /** Ends one that nobody decided. @returns false when it is not pending. */
  lapse(userId: string, round: number): Promise<boolean>;
  /** Ends what a resident asked for and nobody decided. @returns false when nothing is pending. */
  withdraw(userId: string): Promise<boolean>;
}

export interface NewEmailChange {
  changeId: string;
  userId: string;
  newEmail: string;
  /** Secrets of the two links. */
  oldToken: string;
  newToken: string;
}

/** Which of the two mailboxes a link was sent to. */
export type Mailbox = "old" | "new";

export interface EmailChange extends NewEmailChange {
  /** What counts until the change does. */
  oldEmail: string;
  /** The mailboxes that have confirmed. When both have, the new address counts. */
  confirmed: Mailbox[];
  /** A day after it was asked for. */
  expiresAt: string;
}

/** New email addresses of residents; each counts once both mailboxes have confirmed it. */
export interface EmailChanges {
  /**
   * Asks for a new address; it takes the place of an earlier request. The same `changeId` again changes nothing.
   * @returns false when it is the resident's address already or was asked for; nothing is emitted then.
   * @throws UnknownResidentError, EmailTakenError; NotResidentError for one who is no resident.
   */
  request(change: NewEmailChange, events: Emit): Promise<boolean>;
  /** What a resident has asked for and is still good. */
  get(userId: string): Promise<EmailChange | undefined>;
  /** What a link is for; undefined once it is no longer good. */
  findByToken(token: string): Promise<(EmailChange & { mailbox: Mailbox }) | undefined>;
  /**
   * Confirms by a link; the second mailbox makes the new address count, with the events. Again, it changes nothing.
   * @returns undefined when the link is not good, or its resident is none any more.
   * @throws EmailTakenError when somebody else has taken the address meanwhile; the request is gone then.
   */
  confirm(token: string, events: Emit<EmailChange>): Promise<EmailChange | undefined>;
  /** Ends a resident's request, or only this one of theirs. */
  discard(userId: string, changeId?: string): Promise<void>;
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
