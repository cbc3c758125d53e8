import { columnsOf, type Decisions } from "./columns.ts";

const word = { impersonal: "One of a few words of ours." };
const thing = { impersonal: "The id of a unit, a request, an event, a topic or a post." };
const house = { impersonal: "The house's own." };
const association = { impersonal: "The association's own words, or who of it wrote them; no resident's." };
const officer = {
  impersonal: "Of somebody who works for the house; an account as a resident is something else.",
};
const clock = { impersonal: "A time of the day; it goes with the row." };
const former = { id: "What was done stays, as a former resident's; the id leads to nobody." };

/** What becomes of the association's columns when a resident is removed. */
export const tenOceanDecisions: Decisions = {
  ...columnsOf("ten_ocean.residents", "user_id email first_name last_name phone", "erased"),
  ...columnsOf("ten_ocean.residents", "unit_id", house),
  ...columnsOf("ten_ocean.residents", "status standing", word),
  ...columnsOf("ten_ocean.removed_residents", "user_id", { id: "So that nobody registers under it again." }),
  ...columnsOf("ten_ocean.verifications", "user_id reason", "erased"),
  ...columnsOf("ten_ocean.verifications", "unit_id", house),
  ...columnsOf("ten_ocean.verifications", "purpose status", word),
  ...columnsOf("ten_ocean.verifications", "decided_by", officer),
  ...columnsOf("ten_ocean.registrations", "user_id email first_name last_name token", "erased"),
  ...columnsOf("ten_ocean.registrations", "unit_id", house),
  ...columnsOf("ten_ocean.email_changes", "user_id change_id new_email old_token new_token", "erased"),
  ...columnsOf("ten_ocean.preferences", "user_id", "erased"),
  ...columnsOf("ten_ocean.preferences", "digest", word),
  ...columnsOf("ten_ocean.preferences", "quiet_from quiet_to", clock),
  ...columnsOf("ten_ocean.preference_kinds", "user_id", "erased"),
  ...columnsOf("ten_ocean.preference_kinds", "kind timing", word),
  ...columnsOf("ten_ocean.unsubscribe_tokens", "user_id token", "erased"),
  ...columnsOf("ten_ocean.notifications", "user_id resident_id notification_id path", "erased"),
  ...columnsOf("ten_ocean.notifications", "title body", "anonymised"),
  ...columnsOf("ten_ocean.notifications", "kind", word),
  ...columnsOf("ten_ocean.topics", "title", "anonymised"),
  ...columnsOf("ten_ocean.topics", "user_id", former),
  ...columnsOf("ten_ocean.topics", "topic_id", thing),
  ...columnsOf("ten_ocean.posts", "body mentions ever_mentioned deletion_reason", "anonymised"),
  ...columnsOf("ten_ocean.posts", "user_id deleted_by", former),
  ...columnsOf("ten_ocean.posts", "post_id topic_id reply_to", thing),
  ...columnsOf("ten_ocean.topic_choices", "user_id", "erased"),
  ...columnsOf("ten_ocean.topic_choices", "topic_id", thing),
  ...columnsOf("ten_ocean.topic_choices", "choice", word),
  ...columnsOf("ten_ocean.topic_readings", "user_id", "erased"),
  ...columnsOf("ten_ocean.topic_readings", "topic_id", thing),
  ...columnsOf("ten_ocean.post_tellings", "user_id", "erased"),
  ...columnsOf("ten_ocean.post_tellings", "post_id topic_id told_in", thing),
  ...columnsOf("ten_ocean.telling_windows", "user_id", "erased"),
  ...columnsOf("ten_ocean.telling_windows", "topic_id opened_by", thing),
  ...columnsOf("ten_ocean.maintenance_requests", "area description resolution assignee_id", "anonymised"),
  ...columnsOf("ten_ocean.maintenance_requests", "user_id resolved_by", former),
  ...columnsOf("ten_ocean.maintenance_requests", "request_id unit_id", thing),
  ...columnsOf("ten_ocean.maintenance_requests", "category priority status closure", word),
  ...columnsOf("ten_ocean.maintenance_entries", "text", "anonymised"),
  ...columnsOf("ten_ocean.maintenance_entries", "by assignee_id", former),
  ...columnsOf("ten_ocean.maintenance_entries", "entry_id request_id", thing),
  ...columnsOf("ten_ocean.maintenance_entries", "kind status priority", word),
  ...columnsOf("ten_ocean.rsvps", "user_id", former),
  ...columnsOf("ten_ocean.rsvps", "event_id", thing),
  ...columnsOf("ten_ocean.rsvps", "response", word),
  ...columnsOf("ten_ocean.community_events", "event_id", thing),
  ...columnsOf(
    "ten_ocean.community_events",
    "title description location created_by cancel_reason",
    association,
  ),
  ...columnsOf("ten_ocean.community_events", "status", word),
  ...columnsOf("ten_ocean.community_event_changes", "event_id", thing),
  ...columnsOf("ten_ocean.community_event_changes", "before after", association),
  ...columnsOf("ten_ocean.announcements", "announcement_id", thing),
  ...columnsOf("ten_ocean.announcements", "title body published_by withdrawn_by", association),
  ...columnsOf("ten_ocean.digests", "period", word),
  ...columnsOf("ten_ocean.units", "unit_id label", house),
  ...columnsOf("ten_ocean.admins", "admin_id name email phone role", officer),
};
