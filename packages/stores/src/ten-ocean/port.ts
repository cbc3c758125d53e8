import type { Deliveries } from "../deliveries/port.ts";
import type { UnsubscribeTokens } from "../unsubscribe/port.ts";
import type { Announcements, CommunityEvents, Rsvps } from "./community/port.ts";
import type { Digests } from "./digest/port.ts";
import type { Forum } from "./forum/port.ts";
import type { MaintenanceRequests } from "./maintenance/port.ts";
import type { Members, NotificationLists, PreferenceStore } from "./notifications/port.ts";
import type { Admins, EmailChanges, Residents, Units, Verifications } from "./verification/port.ts";
import type { Registrations } from "./verification/registrations.port.ts";

export type { QuietHours } from "../quiet-hours.ts";
export type { UnsubscribeTokens } from "../unsubscribe/port.ts";
export type {
  Announcement,
  AnnouncementQuery,
  Announcements,
  Attendee,
  CommunityEvent,
  CommunityEventChange,
  CommunityEventChanges,
  CommunityEventOutcome,
  CommunityEvents,
  EventCounts,
  NewAnnouncement,
  NewCommunityEvent,
  OwnRsvp,
  Rsvp,
  RsvpOutcome,
  RsvpResponse,
  Rsvps,
} from "./community/port.ts";
export type {
  DigestAnswer,
  DigestContent,
  DigestReader,
  DigestSpan,
  Digests,
  HeldNotice,
  WaitingWork,
} from "./digest/port.ts";
export type {
  EditedPost,
  Forum,
  NewPost,
  NewTopic,
  OpenedTopic,
  Post,
  PostDeletion,
  PostEdit,
  PostPreview,
  TellingGroup,
  TellingRound,
  Thread,
  ThreadPost,
  Topic,
  TopicChoice,
  TopicSummary,
} from "./forum/port.ts";
export type {
  MaintenanceChange,
  MaintenanceChanges,
  MaintenanceRequest,
  MaintenanceRequests,
  NewMaintenanceRequest,
  RequestClosure,
  RequestEntry,
  RequestEntryKind,
  RequestFilter,
  RequestPriority,
  RequestStatus,
} from "./maintenance/port.ts";
export type {
  Digest,
  KindPreference,
  ListedNotification,
  Member,
  Members,
  NewNotification,
  NotificationEntry,
  NotificationKind,
  NotificationLists,
  PreferenceChanges,
  PreferenceStore,
  Preferences,
  Subscription,
} from "./notifications/port.ts";
export type {
  Admin,
  Admins,
  EmailChange,
  EmailChanges,
  Mailbox,
  NewEmailChange,
  NewResident,
  ProfileChange,
  Resident,
  ResidentChanges,
  ResidentSearch,
  Residents,
  Standing,
  StandingChange,
  Unit,
  Units,
  Verification,
  VerificationStatus,
  Verifications,
} from "./verification/port.ts";
export type { NewRegistration, Registration, Registrations } from "./verification/registrations.port.ts";

/**
 * The tenant association's state. Times are ISO 8601, UTC. Methods throw `IntegrationError`, retryable when the
 * database cannot be reached.
 */
export interface TenOceanStores {
  units: Units;
  residents: Residents;
  registrations: Registrations;
  verifications: Verifications;
  admins: Admins;
  members: Members;
  emailChanges: EmailChanges;
  preferences: PreferenceStore;
  unsubscribeTokens: UnsubscribeTokens;
  notifications: NotificationLists;
  communityEvents: CommunityEvents;
  rsvps: Rsvps;
  announcements: Announcements;
  digests: Digests;
  maintenance: MaintenanceRequests;
  forum: Forum;
  deliveries: Deliveries;
}
