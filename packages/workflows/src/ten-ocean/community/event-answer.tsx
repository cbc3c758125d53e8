import * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";
import { eventData } from "./event-data.ts";
import { EventSeatsEmail } from "./event-seats-email.tsx";
import { calendarUrl, eventPath, formatSpan } from "./event-words.ts";

const answerData = eventData.extend({
  outcome: z.enum(["seated", "moved-up", "waiting", "maybe", "declined"]),
  /** Guests included; 0 unless going. */
  seats: z.number(),
  /** In the waiting list. */
  place: z.number().optional(),
});

type Answer = z.output<typeof answerData>;

/** Confirms an answer to an invitation: whether seats are theirs, or how many wait before them. */
export const eventAnswer = notificationTemplate({
  name: "event-answer",
  kind: "community",
  importance: "chosen",
  priority: "transactional",
  timely: true,
  data: answerData,
  words: ({ data }) => ({ ...wordsOf(data), path: eventPath(data.eventId) }),
  email: ({ data, words, reader, brand, portalUrl, unsubscribeUrl }) => {
    const frame = {
      brand,
      title: words.title,
      why: "You get this email because you answered this invitation.",
      unsubscribeUrl,
      firstName: reader.firstName,
      paragraphs: [
        words.body,
        `${data.title}\n${formatSpan(data.startsAt, data.endsAt, brand)}\n${data.location}`,
      ],
    };
    const eventUrl = portalUrl + words.path;
    if (data.outcome === "seated" || data.outcome === "moved-up") {
      return (
        <EventSeatsEmail {...frame} eventUrl={eventUrl} calendarUrl={calendarUrl(portalUrl, data.eventId)} />
      );
    }
    return <NoticeEmail {...frame} action={{ label: "See the event", url: eventUrl }} />;
  },
});

function wordsOf({ title, outcome, seats, place = 1 }: Answer): { title: string; body: string } {
  const yours = seats === 1 ? "One seat is yours." : `${seats} seats are yours.`;
  switch (outcome) {
    case "seated":
      return { title: `You are going: ${title}`, body: yours };
    case "moved-up":
      return {
        title: `You have a seat: ${title}`,
        body: `Seats became free. ${yours} Tell us on the event’s page if you cannot come any more.`,
      };
    case "waiting":
      return {
        title: `On the waiting list: ${title}`,
        body: `There are not enough seats left at the moment. You are number ${place} on the waiting list, and are told as soon as seats become free.`,
      };
    case "maybe":
      return {
        title: `Maybe: ${title}`,
        body: "You may be coming. No seat is kept for you until you say that you are going.",
      };
    case "declined":
      return {
        title: `You are not coming: ${title}`,
        body: "No seat is kept for you. You can change your answer until the event begins.",
      };
  }
}
