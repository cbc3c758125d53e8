import type { NotificationKind, Subscription } from "@org/stores/ten-ocean/port";

/** What residents call the kinds of notifications, in the order of the page. */
export const kindWords: Record<NotificationKind, { title: string; about: string; emails: string }> = {
  announcement: {
    title: "Announcements",
    about: "What the association has to tell everybody.",
    emails: "emails about announcements",
  },
  community: {
    title: "Events",
    about: "New events, changes to those that you answered, reminders and places that became free.",
    emails: "emails about events in the building",
  },
  maintenance: {
    title: "Repairs",
    about: "Who looks after your request, and how it goes.",
    emails: "emails about repairs",
  },
  forum: {
    title: "Forum",
    about: "Replies to topics that you take part in, and posts that mention you.",
    emails: "emails about the forum",
  },
  verification: {
    title: "Your registration",
    about: "Questions and news about it. Decisions reach you in any case.",
    emails: "emails about your registration, other than decisions",
  },
};

/** What a link in an email stops: “You no longer get …”. */
export function subscriptionWords(subscription: Subscription): string {
  return subscription === "digest"
    ? "the digest of what is going on in the building"
    : kindWords[subscription].emails;
}
