import * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";
import { eventData } from "./event-data.ts";
import { eventPath, formatSpan } from "./event-words.ts";

/** Tells the residents of an event that was planned. */
export const eventInvitation = notificationTemplate({
  name: "event-invitation",
  kind: "community",
  importance: "chosen",
  priority: "bulk",
  data: eventData.extend({ description: z.string(), capacity: z.number().optional() }),
  words: ({ data, brand }) => ({
    title: `You are invited: ${data.title}`,
    body: `${formatSpan(data.startsAt, data.endsAt, brand)}, ${data.location}. Say whether you are coming.`,
    path: eventPath(data.eventId),
  }),
  email: ({ data, words, reader, brand, portalUrl, unsubscribeUrl }) => (
    <NoticeEmail
      brand={brand}
      title={words.title}
      why={`You get this email because you are a resident of ${brand.name}.`}
      unsubscribeUrl={unsubscribeUrl}
      firstName={reader.firstName}
      paragraphs={[
        `${formatSpan(data.startsAt, data.endsAt, brand)}\n${data.location}`,
        data.description,
        data.capacity === undefined
          ? "Say whether you are coming."
          : `${data.capacity === 1 ? "There is one seat" : `There are ${data.capacity} seats`}. Say whether you are coming.`,
      ]}
      action={{ label: "Answer the invitation", url: portalUrl + words.path }}
    />
  ),
});
