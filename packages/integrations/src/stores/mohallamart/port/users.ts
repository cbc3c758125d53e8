import type { Emit } from "../../../outbox/port.ts";

export interface User {
  userId: string;
  name: string;
  /** Lower case. */
  email: string;
  /** E.164. */
  phone?: string;
  createdAt: string;
}

export type UserChanges = Partial<Pick<User, "name" | "email" | "phone">>;

export interface Users {
  get(userId: string): Promise<User | undefined>;
  /** @param email in any case. */
  findByEmail(email: string): Promise<User | undefined>;
  /** Emits only when the user is new. @returns false when the id or the email exists; nothing is changed then. */
  add(user: Omit<User, "createdAt">, events?: Emit): Promise<boolean>;
  /**
   * Changes what is given; a change that changes nothing emits nothing.
   * @throws UnknownUserError, EmailTakenError
   */
  update(userId: string, changes: UserChanges, events: Emit<User>): Promise<User>;
  /**
   * Deletes everything personal: the profile, preferences, watched products and notifications, the contact on their
   * orders (name, email and phone become empty) and their id in analytics.
   * @returns false when there is no such user; nothing is emitted then.
   */
  remove(userId: string, events?: Emit): Promise<boolean>;
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
}

export type PreferenceChanges = Partial<Pick<Preferences, "language" | "area" | "channels">>;

export interface PreferenceStore {
  get(userId: string): Promise<Preferences | undefined>;
  /** Sets a new user's preferences; a user who has some keeps them. @throws UnknownUserError */
  initialize(preferences: Preferences): Promise<Preferences>;
  /** @throws UnknownUserError when the user has none yet. */
  update(userId: string, changes: PreferenceChanges): Promise<Preferences>;
}

/** A message in the user's inbox on the site, whatever channels it went out on besides. */
export interface Notification {
  /** Chosen by the caller: the id of the event that caused it. */
  notificationId: string;
  userId: string;
  /** As `order.delivered`. */
  type: string;
  title: string;
  body: string;
  data?: Record<string, string | number | boolean>;
  createdAt: string;
  readAt?: string;
}

export interface Notifications {
  /** @returns false when the id exists; nothing is changed then. @throws UnknownUserError */
  add(notification: Omit<Notification, "createdAt" | "readAt">): Promise<boolean>;
  /** Latest first; at most `limit` (default 50). */
  list(options: { userId: string; unreadOnly?: boolean; limit?: number }): Promise<Notification[]>;
  /** @returns false when the user has no such unread notification. */
  markRead(userId: string, notificationId: string): Promise<boolean>;
}
