import type { DigestSpan } from "@org/stores/ten-ocean/port";
import type { ReactElement } from "react";
import type { Brand } from "../brand.ts";
import type { DigestData } from "./digest-data.ts";
import { DigestEmail } from "./digest-email.tsx";

type Period = DigestSpan["period"];

interface Digest {
  data: DigestData;
  portalUrl: string;
  brand: Brand;
}

/** A digest's subject, and the line that mail programs show beside it. */
export function digestWords(period: Period, { data, brand }: Omit<Digest, "portalUrl">) {
  const format = new Intl.DateTimeFormat(brand.locale, {
    month: "long",
    day: "numeric",
    timeZone: brand.timeZone,
  });
  const span = period === "weekly" ? "week" : "day";
  return {
    title: `Your ${span} at ${brand.name}, ${format.format(new Date(data.until))}`,
    body: summaryOf(data),
    path: "/ten-ocean",
  };
}

/** The email of a digest: what is sent, and what the preview shows. */
export function digestEmail(
  period: Period,
  { reader, unsubscribeUrl, ...digest }: Digest & { reader: { firstName: string }; unsubscribeUrl?: string },
): ReactElement {
  const { title, body } = digestWords(period, digest);
  return (
    <DigestEmail
      {...digest}
      period={period}
      title={title}
      preview={body}
      firstName={reader.firstName}
      unsubscribeUrl={unsubscribeUrl}
    />
  );
}

function summaryOf({
  announcements,
  moreAnnouncements,
  events,
  topics,
  held,
  moreHeld,
  ...waiting
}: DigestData) {
  const parts: [number, string, string][] = [
    [waiting.registrations + waiting.requests, "thing waiting for you", "things waiting for you"],
    [announcements.length + moreAnnouncements, "announcement", "announcements"],
    [events.length, "event", "events"],
    [topics.length, "topic", "topics"],
    [held.length + moreHeld, "notice for you", "notices for you"],
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
    .join(", ");
}
