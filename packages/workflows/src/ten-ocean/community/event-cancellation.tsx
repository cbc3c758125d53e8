import * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";
import { eventData } from "./event-data.ts";
import { eventPath, formatSpan } from "./event-words.ts";

/** Tells those who answered that an event was called off, and why. */
export const eventCancellation = notificationTemplate({
  name: "event-cancellation",
  kind: "community",
  importance: "chosen",
  priority: "bulk",
  timely: true,
  data: eventData.extend({ reason: z.string().optional() }),
  words: ({ data, brand }) => ({
    title: `Called off: ${data.title}`,
    body: [
      `It will not take place on ${formatSpan(data.startsAt, data.endsAt, brand)}.`,
      ...(data.reason === undefined ? [] : [data.reason]),
    ].join(" "),
    path: eventPath(data.eventId),
  }),
  email: ({ data, words, reader, brand, portalUrl, unsubscribeUrl }) => (
    <NoticeEmail
      brand={brand}
      title={words.title}
      why="You get this email because you answered this invitation."
      unsubscribeUrl={unsubscribeUrl}
      firstName={reader.firstName}
      paragraphs={[
        `${data.title} will not take place on ${formatSpan(data.startsAt, data.endsAt, brand)}, ${data.location}.`,
        ...(data.reason === undefined ? [] : [data.reason]),
      ]}
      action={{ label: "See the event", url: portalUrl + words.path }}
    />
  ),
});
