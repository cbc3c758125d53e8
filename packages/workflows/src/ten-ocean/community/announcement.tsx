import * as z from "zod";
import { excerptOf } from "../excerpt.ts";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";

const data = z.object({
  announcementId: z.string(),
  title: z.string(),
  /** Who says so. */
  author: z.string(),
  /** Absent for the whole house. */
  floor: z.number().optional(),
  /** The whole text, in pieces that an event can carry. */
  text: z.array(z.object({ piece: z.string() })).min(1),
});

function announcementTemplate(name: string, manner: { isUrgent: boolean }) {
  const { isUrgent } = manner;
  return notificationTemplate({
    name,
    kind: "announcement",
    importance: isUrgent ? "urgent" : "chosen",
    // Also what cannot wait: a batch reaches a full house in seconds, one email each takes the better part of an hour.
    priority: "bulk",
    data,
    words: ({ data: { announcementId, title, text } }) => ({
      title: isUrgent ? `Urgent: ${title}` : title,
      body: excerptOf(text.map(({ piece }) => piece).join(" "), 300),
      path: `/ten-ocean/announcements/${announcementId}`,
    }),
    email: ({ data: { author, floor, text }, words, brand, portalUrl, reader, unsubscribeUrl }) => (
      <NoticeEmail
        brand={brand}
        title={words.title}
        why={
          isUrgent
            ? `You get this email because you live at ${brand.name} and it cannot wait.`
            : `You get this email because you live at ${brand.name}.`
        }
        unsubscribeUrl={unsubscribeUrl}
        firstName={reader.firstName}
        paragraphs={[
          ...text.map(({ piece }) => piece),
          floor === undefined ? `${author}, to everyone in the house` : `${author}, to floor ${floor}`,
        ]}
        action={{ label: "Read it in the portal", url: `${portalUrl}${words.path}` }}
      />
    ),
  });
}

/** Something that everyone in the house, or on a floor, should know. */
export const announcement = announcementTemplate("announcement", { isUrgent: false });

/** The same when it cannot wait until the morning: water, gas, fire. */
export const urgentAnnouncement = announcementTemplate("urgent-announcement", { isUrgent: true });
