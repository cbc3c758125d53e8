import { defineCatalogue } from "../catalogue.ts";
import { eventCreated } from "./event-created.ts";
import { eventReminder } from "./event-reminder.ts";
import { eventRsvpChanged } from "./event-rsvp-changed.ts";
import { eventUpdated } from "./event-updated.ts";
import { forumMention } from "./forum-mention.ts";
import { forumPostCreated } from "./forum-post-created.ts";
import { forumTopicCreated } from "./forum-topic-created.ts";
import { maintenanceRequestAssigned } from "./maintenance-request-assigned.ts";
import { maintenanceRequestCreated } from "./maintenance-request-created.ts";
import { maintenanceRequestResolved } from "./maintenance-request-resolved.ts";
import { maintenanceRequestUpdated } from "./maintenance-request-updated.ts";
import { notificationDigestGenerate } from "./notification-digest-generate.ts";
import { notificationEmailSend } from "./notification-email-send.ts";
import { notificationPushSend } from "./notification-push-send.ts";
import { userProfileUpdated } from "./user-profile-updated.ts";
import { userRegistered } from "./user-registered.ts";
import { userRejected } from "./user-rejected.ts";
import { userStatusChanged } from "./user-status-changed.ts";
import { userVerified } from "./user-verified.ts";

export const tenOceanCatalogue = defineCatalogue({
  name: "ten-ocean",
  title: "10 Ocean Tenant Association",
  description: "Events of the tenant association's portal.",
  groups: {
    userEvents: {
      registered: userRegistered,
      verified: userVerified,
      rejected: userRejected,
      profileUpdated: userProfileUpdated,
      statusChanged: userStatusChanged,
    },
    notificationEvents: {
      emailSend: notificationEmailSend,
      pushSend: notificationPushSend,
      digestGenerate: notificationDigestGenerate,
    },
    communityEvents: {
      created: eventCreated,
      updated: eventUpdated,
      reminder: eventReminder,
      rsvpChanged: eventRsvpChanged,
    },
    maintenanceEvents: {
      requestCreated: maintenanceRequestCreated,
      requestAssigned: maintenanceRequestAssigned,
      requestUpdated: maintenanceRequestUpdated,
      requestResolved: maintenanceRequestResolved,
    },
    forumEvents: { topicCreated: forumTopicCreated, postCreated: forumPostCreated, mention: forumMention },
  },
});
