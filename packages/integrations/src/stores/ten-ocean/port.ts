import type { Deliveries } from "../../deliveries/port.ts";
import type { Announcements, CommunityEvents, Digests, Rsvps } from "./port/community.ts";
import type { Forum } from "./port/forum.ts";
import type { MaintenanceRequests } from "./port/maintenance.ts";
import type { Admins, PreferenceStore, Residents, Units, Verifications } from "./port/residents.ts";

export type {
  Announcement,
  Announcements,
  CommunityEvent,
  CommunityEventChange,
  CommunityEventChanges,
  CommunityEvents,
  DigestContent,
  Digests,
  NewCommunityEvent,
  Rsvp,
  RsvpOutcome,
  RsvpResponse,
  Rsvps,
} from "./port/community.ts";
export type { Forum, NewPost, Post, Topic } from "./port/forum.ts";
export type {
  MaintenanceChange,
  MaintenanceChanges,
  MaintenanceRequest,
  MaintenanceRequests,
  NewMaintenanceRequest,
  RequestPriority,
  RequestStatus,
} from "./port/maintenance.ts";
export type {
  Admin,
  Admins,
  NewResident,
  PreferenceStore,
  Preferences,
  Resident,
  ResidentChanges,
  Residents,
  Standing,
  StandingChange,
  Unit,
  Units,
  Verification,
  VerificationStatus,
  Verifications,
} from "./port/residents.ts";

/**
 * The tenant association's state. Times are ISO 8601, UTC. Methods throw `IntegrationError`, retryable when the
 * database cannot be reached.
 */
export interface TenOceanStores {
  units: Units;
  residents: Residents;
  verifications: Verifications;
  admins: Admins;
  preferences: PreferenceStore;
  communityEvents: CommunityEvents;
  rsvps: Rsvps;
  announcements: Announcements;
  digests: Digests;
  maintenance: MaintenanceRequests;
  forum: Forum;
  deliveries: Deliveries;
}
