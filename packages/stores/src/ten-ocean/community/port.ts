import type { Emit } from "../../outbox/port.ts";

export interface NewCommunityEvent {
  eventId: string;
  title: string;
  description: string;
  location: string;
  startsAt: string;
  /** Seats; without it there is no limit. */
  capacity?: number;
  /** A resident's or an admin's id. */
  createdBy: string;
}

export interface CommunityEvent extends NewCommunityEvent {
  status: "scheduled" | "cancelled";
  createdAt: string;
}

export type CommunityEventChanges = Partial<
  Pick<CommunityEvent, "title" | "description" | "location" | "startsAt" | "capacity" | "status">
>;

export interface CommunityEventChange {
  before: CommunityEvent;
  after: CommunityEvent;
  /** Those who got seats because there are more now. */
  promoted: Rsvp[];
}

export interface CommunityEvents {
  /** @returns false when the id exists; nothing is changed or emitted then. */
  create(event: NewCommunityEvent, events: Emit<CommunityEvent>): Promise<boolean>;
  get(eventId: string): Promise<CommunityEvent | undefined>;
  /** Those that start within the span, the end excluded, earliest first. */
  list(span: { from: string; to: string }): Promise<CommunityEvent[]>;
  /**
   * Changes what is given; a change that changes nothing emits nothing. More seats go to the waiting list in its
   * order; fewer seats take none away from those who have them.
   * @throws UnknownEventError
   */
  update(
    eventId: string,
    changes: CommunityEventChanges,
    events: Emit<CommunityEventChange>,
  ): Promise<CommunityEventChange>;
}

export type RsvpResponse = "going" | "maybe" | "declined";

export interface Rsvp {
  eventId: string;
  userId: string;
  response: RsvpResponse;
  /** Seats asked for, guests included; 0 unless going. */
  seats: number;
  /** Whether the seats are theirs; false for someone who waits, and unless going. */
  seated: boolean;
  /** When they asked for these seats: their place in the waiting list. */
  answeredAt: string;
}

export interface RsvpOutcome {
  rsvp: Rsvp;
  /** Those of the waiting list who got the seats that became free. */
  promoted: Rsvp[];
}

export interface Rsvps {
  /**
   * Answers an invitation, or changes the answer. Whoever is going and finds too few seats waits; seats that become
   * free go to the waiting list in its order, and nobody is passed over. The same answer again changes and emits
   * nothing.
   * @throws UnknownEventError, UnknownResidentError; EventClosedError when it was called off.
   */
  answer(
    answer: { eventId: string; userId: string; response: RsvpResponse; seats?: number },
    events: Emit<RsvpOutcome>,
  ): Promise<RsvpOutcome>;
  /** In the order of their answers. */
  list(options: { eventId: string; response?: RsvpResponse }): Promise<Rsvp[]>;
}

export interface NewAnnouncement {
  announcementId: string;
  title: string;
  body: string;
  /** An admin's or a floor captain's id. */
  publishedBy: string;
  /** The floor that it concerns; absent for the whole house. */
  floor?: number;
  /** Wakes people: water, gas, fire. Absent means false. */
  urgent?: boolean;
}

export interface Announcement extends NewAnnouncement {
  urgent: boolean;
  publishedAt: string;
  /** Since when nobody sees it any more. */
  withdrawnAt?: string;
}

export interface AnnouncementQuery {
  /** Published then or later. */
  from?: string;
  /** Published before. */
  to?: string;
  /** Only what concerns somebody of that floor: theirs and the whole house's. Without a floor, the whole house's. */
  readBy?: { floor?: number };
  /** Whether withdrawn ones are listed as well. Default: false. */
  withdrawn?: boolean;
  /** From behind this announcement. */
  after?: string;
  /** At most; default 50. */
  limit?: number;
}

export interface Announcements {
  /**
   * @param announcement `publishedAt` is now unless given, as in tests whose clock is another.
   * @returns false when the id exists; nothing is changed or emitted then.
   */
  publish(
    announcement: NewAnnouncement & { publishedAt?: string },
    events: Emit<Announcement>,
  ): Promise<boolean>;
  /** Also one that was withdrawn. */
  get(announcementId: string): Promise<Announcement | undefined>;
  /** Latest first. */
  list(query?: AnnouncementQuery): Promise<Announcement[]>;
  /**
   * Hides it from now on; whoever was told stays told.
   * @returns false when there is none, or it was withdrawn before.
   */
  withdraw(announcementId: string, withdrawnBy: string): Promise<boolean>;
  /** Residents whom it concerns, by user id, from behind `after`; at most `limit` (default 500). None once withdrawn. */
  audience(options: { announcementId: string; after?: string; limit?: number }): Promise<string[]>;
  /** How many residents live on the floor, or in the whole house. */
  audienceSize(options: { floor?: number }): Promise<number>;
}
