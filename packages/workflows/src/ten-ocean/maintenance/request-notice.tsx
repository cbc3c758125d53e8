import type * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import {
  type NotificationTemplate,
  notificationTemplate,
  type Occasion,
} from "../notifications/notification-template.ts";
import type { RequestFacts } from "./request-facts.ts";

interface RequestNotice<Schema extends z.ZodType> {
  name: string;
  /** `urgent` wakes people up; everything else comes over the channels and at the time that the reader chose. */
  importance?: "chosen" | "urgent";
  data: Schema;
  title(data: z.output<Schema>, occasion: Occasion<z.output<Schema>>): string;
  /** The first one or two are what a phone shows. */
  paragraphs(data: z.output<Schema>, occasion: Occasion<z.output<Schema>>): readonly string[];
  /** What the email's button says. */
  label: string;
  /** Completes the sentence "You get this email because …". */
  because: string;
}

/** Something to say about a request, which leads to its page. */
export function requestNotice<Schema extends z.ZodType<RequestFacts>>({
  importance = "chosen",
  name,
  data,
  title,
  paragraphs,
  label,
  because,
}: RequestNotice<Schema>): NotificationTemplate & { readonly schema: Schema } {
  return notificationTemplate({
    name,
    kind: "maintenance",
    importance,
    priority: "transactional",
    data,
    words: (occasion) => ({
      title: title(occasion.data, occasion),
      body: paragraphs(occasion.data, occasion).slice(0, 2).join(" "),
      path: pathOf(occasion.data),
    }),
    email: ({ reader, unsubscribeUrl, words, ...occasion }) => (
      <NoticeEmail
        brand={occasion.brand}
        title={words.title}
        why={`You get this email because ${because} at ${occasion.brand.name}.`}
        unsubscribeUrl={unsubscribeUrl}
        firstName={reader.firstName}
        paragraphs={paragraphs(occasion.data, occasion)}
        action={{ label, url: `${occasion.portalUrl}${pathOf(occasion.data)}` }}
      />
    ),
  });
}

function pathOf({ requestId }: RequestFacts): string {
  return `/ten-ocean/maintenance/${requestId}`;
}
