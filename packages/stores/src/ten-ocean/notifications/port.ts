import type { QuietHours } from "../../quiet-hours.ts";
import type { Standing } from "../verification/port.ts";

/** What a notification is about; residents choose for each how they hear of it. */
export type NotificationKind = "verification" | "community" | "maintenance" | "forum" | "announcement";

/** What a resident can turn off with one click: the emails of a kind, or the digest. */
export type Subscription = NotificationKind | "digest";

export type Digest = "daily" | "weekly" | "off";

/** How a resident wants to hear of one kind. */
export interface KindPreference {
  email: boolean;
  push: boolean;
  /** `digest`: nothing at once over either channel, but with the next digest when email is on. */
  timing: "immediate" | "digest";
}

/** How a resident wants to hear of things. */
export interface Preferences {
  userId: string;
  kinds: Record<NotificationKind, KindPreference>;
  digest: Digest;
  /** By the building's clock. */
  quietHours?: QuietHours;
}

export interface PreferenceChanges {
  kinds?: Partial<Record<NotificationKind, Partial<KindPreference>>>;
  digest?: Digest;
  /** Null: none any more. */
  quietHours?: QuietHours | null;
}

export interface PreferenceStore {
  /**
   * A resident who never chose has email and push on for every kind, at once, the weekly digest and no quiet hours.
   * @throws UnknownResidentError
   */
  get(userId: string): Promise<Preferences>;
  /** Of those that are residents, in the order of their ids. */
  list(userIds: readonly string[]): Promise<Preferences[]>;
  /** Changes what is given. @throws UnknownResidentError */
  update(userId: string, changes: PreferenceChanges): Promise<Preferences>;
}

/** Whom a message can be for, and where their email goes. */
export interface Member {
  userId: string;
  role: "resident" | "admin";
  /** How an email greets them. */
  firstName: string;
  email: string;
  /** A resident's; admins have none. */
  standing?: Standing;
}

export interface Members {
  /** Those that exist, in the order of their ids. */
  list(userIds: readonly string[]): Promise<Member[]>;
}

/** What one occasion says in its members' lists. */
export interface NewNotification {
  notificationId: string;
  kind: NotificationKind;
  title: string;
  body: string;
  /** The portal's page about it, as `/ten-ocean/forum/topic_12`. */
  path: string;
}

/** How one member is told besides their list. */
export interface NotificationEntry {
  userId: string;
  email: boolean;
  push: boolean;
  /** It goes with the member's next digest. */
  heldForDigest: boolean;
}

export interface ListedNotification extends NewNotification, NotificationEntry {
  createdAt: string;
  readAt?: string;
}

/** What the portal has told its members: each sees their own list. */
export interface NotificationLists {
  /**
   * Puts a notification into the lists of those members that exist. Who has it already keeps it as it is.
   * @returns the entries as they are kept, in the order of the members' ids.
   */
  add(notification: NewNotification, entries: readonly NotificationEntry[]): Promise<NotificationEntry[]>;
  /** Latest first; at most `limit` (default 50). `since` and `until`: when they came, the end not included. */
  list(options: {
    userId: string;
    unreadOnly?: boolean;
    heldForDigest?: boolean;
    since?: string;
    until?: string;
    limit?: number;
  }): Promise<ListedNotification[]>;
  unread(userId: string): Promise<number>;
  /**
   * @param notificationIds those; all of the member's unless given
   * @returns how many were unread.
   */
  markRead(userId: string, notificationIds?: readonly string[]): Promise<number>;
}
