import type { Emit } from "../../outbox/port.ts";

export interface NewCommunityEvent {
  eventId: string;
  title: string;
  description: string;
  location: string;
  startsAt: string;
  /** After the start; absent where nobody knows. */
  endsAt?: string;
  /** Seats; without it there is no limit. */
  capacity?: number;
  /** A resident's or an admin's id. */
  createdBy: string;
}

export interface CommunityEvent extends NewCommunityEvent {
  status: "scheduled" | "cancelled";
  /** Why it was called off, where somebody said so. */
  cancelReason?: string;
  /** How often it was changed. */
  revision: number;
  createdAt: string;
  /** When it was last changed. */
  updatedAt: string;
}

/** `null` takes an end or a limit away. */
export type CommunityEventChanges = Partial<
  Pick<CommunityEvent, "title" | "description" | "location" | "startsAt" | "status" | "cancelReason">
> & { endsAt?: string | null; capacity?: number | null };

export interface CommunityEventChange {
  before: CommunityEvent;
  after: CommunityEvent;
}

export interface CommunityEventOutcome extends CommunityEventChange {
  /** Seats that were taken before any were given to those who waited. */
  seatsTaken: number;
  /** Those who got seats because there are more now. */
  promoted: Rsvp[];
}

export interface CommunityEvents {
  /** @returns false when the id exists; nothing is changed or emitted then. */
  create(event: NewCommunityEvent, events: Emit<CommunityEvent>): Promise<boolean>;
  get(eventId: string): Promise<CommunityEvent | undefined>;
  /** Those that start within the span, the end excluded, earliest first. */
  list(span: { from: string; to: string }): Promise<CommunityEvent[]>;
  /** Those that are not over, earliest first. One without an end counts as over three hours after its start. */
  coming(): Promise<CommunityEvent[]>;
  /** Those that are over, latest first; at most `limit`. */
  past(options: { limit: number }): Promise<CommunityEvent[]>;
  /**
   * Changes what is given; a change that changes nothing emits nothing. More seats go to the waiting list in its
   * order; fewer seats take none away from those who have them.
   * @throws UnknownEventError
   */
  update(
    eventId: string,
    changes: CommunityEventChanges,
    events: Emit<CommunityEventOutcome>,
  ): Promise<CommunityEventOutcome>;
  /** What the change to this revision changed; undefined when there was none. */
  change(eventId: string, revision: number): Promise<CommunityEventChange | undefined>;
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
  /** How often the answer, or whether the seats are theirs, was written. */
  revision: number;
}

export interface OwnRsvp extends Rsvp {
  /** How many wait before them, plus one; undefined unless they wait. */
  place?: number;
}

/** Both names are empty for a former resident, whose account was removed. */
export interface Attendee extends Rsvp {
  firstName: string;
  lastName: string;
}

export interface EventCounts {
  eventId: string;
  /** Guests included. */
  seatsTaken: number;
  /** Members who wait. */
  waiting: number;
  maybe: number;
}

export interface RsvpOutcome {
  /** As it is. */
  event: CommunityEvent;
  rsvp: Rsvp;
  /** Those of the waiting list who got the seats that became free. */
  promoted: Rsvp[];
}

export interface Rsvps {
  /**
   * Answers an invitation, or changes the answer. Whoever is going and finds too few seats waits; seats that become
   * free go to the waiting list in its order, and nobody is passed over. The same answer again changes and emits
   * nothing.
   * @throws UnknownEventError, UnknownResidentError, NotResidentError; EventClosedError when it was called off.
   */
  answer(
    answer: { eventId: string; userId: string; response: RsvpResponse; seats?: number },
    events: Emit<RsvpOutcome>,
  ): Promise<RsvpOutcome>;
  /**
   * Declines what a member answered with going or maybe to events that start after `from`, for one who is no resident
   * any more; the seats go to those who wait.
   * @returns what it changed; nothing when it is repeated.
   */
  withdraw(member: { userId: string; from: string }, events: Emit<RsvpOutcome>): Promise<RsvpOutcome[]>;
  /** One member's answer. */
  get(answer: { eventId: string; userId: string }): Promise<OwnRsvp | undefined>;
  /** In the order of their answers; of one event, of one member, or both. */
  list(options: { eventId?: string; userId?: string; response?: RsvpResponse }): Promise<Rsvp[]>;
  /** Everyone's answer with their name, in the order of the answers. */
  attendance(eventId: string): Promise<Attendee[]>;
  /** Of each of these events, also of those that nobody answered. */
  counts(eventIds: readonly string[]): Promise<EventCounts[]>;
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
