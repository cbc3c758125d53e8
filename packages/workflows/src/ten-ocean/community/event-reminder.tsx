import * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";
import { eventData } from "./event-data.ts";
import { eventPath, formatSpan } from "./event-words.ts";

/** Reminds those who are coming, or may be, of an event. */
export const eventReminderNotice = notificationTemplate({
  name: "event-reminder",
  kind: "community",
  importance: "chosen",
  priority: "bulk",
  timely: true,
  data: eventData.extend({ isSoon: z.boolean() }),
  words: ({ data, brand }) => ({
    title: `${data.isSoon ? "Starting soon" : "Coming up"}: ${data.title}`,
    body: `${formatSpan(data.startsAt, data.endsAt, brand)}, ${data.location}.`,
    path: eventPath(data.eventId),
  }),
  email: ({ data, words, reader, brand, portalUrl, unsubscribeUrl }) => (
    <NoticeEmail
      brand={brand}
      title={words.title}
      why="You get this email because you said that you are coming, or may be."
      unsubscribeUrl={unsubscribeUrl}
      firstName={reader.firstName}
      paragraphs={[
        `${formatSpan(data.startsAt, data.endsAt, brand)}\n${data.location}`,
        "If you cannot come, say so on the event’s page, so that somebody else can have your seats.",
      ]}
      action={{ label: "See the event", url: portalUrl + words.path }}
    />
  ),
});
