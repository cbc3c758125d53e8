import type { Emit } from "../../outbox/port.ts";
import type { QuietHours } from "../../quiet-hours.ts";

export interface User {
  userId: string;
  name: string;
  /** Lower case. */
  email: string;
  /** E.164. */
  phone?: string;
  createdAt: string;
  /** Counts the changes of the profile and the preferences, from 1: of two copies the higher one is newer. */
  revision: number;
}

export type NewUser = Omit<User, "createdAt" | "revision">;

/** Without a phone from now on: `null`. */
export type UserChanges = Partial<Pick<User, "name" | "email"> & { phone: string | null }>;

export interface Users {
  get(userId: string): Promise<User | undefined>;
  /** @param email in any case. */
  findByEmail(email: string): Promise<User | undefined>;
  /**
   * Emits only when the user is new.
   * @returns false when the id or the email exists, or the id was a closed account's; nothing is changed then.
   */
  add(user: NewUser, events?: Emit): Promise<boolean>;
  /**
   * Changes what is given; a change that changes nothing emits nothing.
   * @throws UnknownUserError, EmailTakenError
   */
  update(userId: string, changes: UserChanges, events: Emit<User>): Promise<User>;
  /**
   * Closes an account: the profile, preferences, watched products and notifications are gone at once, the email is
   * free, and nothing opens an account under the id again. `remove` erases what is left.
   * @returns false when there is no such user; nothing is emitted then.
   */
  close(userId: string, events: Emit): Promise<boolean>;
  /**
   * Closes the account if it is open, and erases what is personal elsewhere: the contact on the user's orders (name,
   * email and phone become empty), their id in analytics and what was typed in their visits, their applications
   * that nobody approved with the shops in them, what is recorded of messages about themselves, and their events in the
   * outbox that the engine has accepted.
   * Repeating it erases what came since.
   */
  remove(userId: string): Promise<void>;
}

/** How a user wants to be addressed. */
export interface Preferences {
  userId: string;
  /** BCP 47, as `en-IN`. */
  language: string;
  /** The neighbourhood whose shops come first. */
  area?: string;
  /** Which channels may be used for what the user did not ask for. */
  channels: { email: boolean; sms: boolean; push: boolean };
  /** When nothing is sent that the user did not ask for; by the marketplace's clock. */
  quietHours?: QuietHours;
}

/** Without a neighbourhood, or quiet hours, from now on: `null`. */
export type PreferenceChanges = Partial<
  Pick<Preferences, "language" | "channels"> & { area: string | null; quietHours: QuietHours | null }
>;

/** Where a user said what may be sent to them: when their account was opened, on its page, or by a link in a message. */
export type ConsentSource = "account-opened" | "account-page" | "link" | "mail-program";

/** A change of what may be sent to a user who did not ask for it. */
export interface Consent {
  channel: keyof Preferences["channels"];
  granted: boolean;
  source: ConsentSource;
  /** ISO 8601, UTC. */
  at: string;
}

/** What users allowed over time; the preferences hold what counts now. */
export interface Consents {
  /** Oldest first. */
  list(userId: string): Promise<Consent[]>;
}

export interface PreferenceStore {
  get(userId: string): Promise<Preferences | undefined>;
  /**
   * Sets a new user's preferences, and records what they allow; a user who has some keeps them, and nothing is emitted.
   * @param source default `account-opened`
   * @throws UnknownUserError
   */
  initialize(preferences: Preferences, events?: Emit, source?: ConsentSource): Promise<Preferences>;
  /**
   * A change that changes nothing emits nothing. Another language is that of the user's orders as well; each channel that is allowed or not from now on is recorded.
   * @param source default `account-page`
   * @throws UnknownUserError when the user has none yet.
   */
  update(
    userId: string,
    changes: PreferenceChanges,
    events?: Emit<Preferences>,
    source?: ConsentSource,
  ): Promise<Preferences>;
}

/** Someone who works for MohallaMart itself: decides on shopkeepers and looks after the platform. */
export interface StaffMember {
  /** As `admin_001`. */
  staffId: string;
  name: string;
  /** Lower case. */
  email: string;
}

export interface Staff {
  /** By id. */
  list(): Promise<StaffMember[]>;
  get(staffId: string): Promise<StaffMember | undefined>;
  /** @param email in any case. */
  findByEmail(email: string): Promise<StaffMember | undefined>;
  /** @returns false when the id or the email exists; nothing is changed then. */
  add(member: StaffMember): Promise<boolean>;
}
