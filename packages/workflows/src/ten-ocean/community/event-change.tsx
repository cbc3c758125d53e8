import * as z from "zod";
import type { Brand } from "../brand.ts";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";
import { eventData } from "./event-data.ts";
import { eventPath, formatSpan } from "./event-words.ts";

const changeData = eventData.extend({
  /** What it was before, of what is different. */
  previousTitle: z.string().optional(),
  previousLocation: z.string().optional(),
  previousStartsAt: z.string().optional(),
  previousEndsAt: z.string().optional(),
});

/** Tells those who answered that an event has another time, place or title. */
export const eventChange = notificationTemplate({
  name: "event-change",
  kind: "community",
  importance: "chosen",
  priority: "bulk",
  timely: true,
  data: changeData,
  words: ({ data, brand }) => ({
    title: `Changed: ${data.title}`,
    body: changesOf(data, brand).join(" "),
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
        ...changesOf(data, brand),
        "Your answer stays as it is. Change it on the event’s page if this does not suit you.",
      ]}
      action={{ label: "See the event", url: portalUrl + words.path }}
    />
  ),
});

/** A sentence for each thing that is different: what it is, and what it was. */
function changesOf(data: z.output<typeof changeData>, brand: Brand): string[] {
  const { title, location, startsAt, endsAt, previousTitle, previousLocation, previousStartsAt } = data;
  const before =
    previousStartsAt === undefined ? undefined : formatSpan(previousStartsAt, data.previousEndsAt, brand);
  return [
    ...(before === undefined ? [] : [`New time: ${formatSpan(startsAt, endsAt, brand)}. Before: ${before}.`]),
    ...(previousLocation === undefined ? [] : [`New place: ${location}. Before: ${previousLocation}.`]),
    ...(previousTitle === undefined ? [] : [`New title: ${title}. Before: ${previousTitle}.`]),
  ];
}
