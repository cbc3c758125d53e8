import { Heading } from "@react-email/heading";
import { Link } from "@react-email/link";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import { type Brand, formatMoment } from "../brand.ts";
import { EmailButton, EmailLayout, type EmailLayoutProps, emailText } from "../email-layout.tsx";
import type { DigestData } from "./digest-data.ts";

export interface DigestEmailProps extends Pick<EmailLayoutProps, "title" | "preview" | "unsubscribeUrl"> {
  brand: Brand;
  period: "daily" | "weekly";
  firstName: string;
  /** Where the portal is, without a trailing slash. */
  portalUrl: string;
  data: DigestData;
}

const link = { color: "#0f5f70", fontWeight: 600 } as const;
const quiet = {
  ...emailText,
  color: "#5d7078",
  fontSize: 13,
  lineHeight: "19px",
  margin: "2px 0 0",
} as const;

const answers: Record<DigestData["events"][number]["answer"], string> = {
  going: "you are going",
  waiting: "you are on the waiting list",
  maybe: "you said maybe",
  declined: "you are not coming",
  none: "you have not answered yet",
};

/** What happened in the house and what is to come, for one reader. */
export function DigestEmail({ brand, period, firstName, portalUrl, data, ...frame }: DigestEmailProps) {
  const at = (path: string) => `${portalUrl}${path}`;
  return (
    <EmailLayout
      {...frame}
      brand={brand}
      why={`You get this email because you chose the ${period} digest of ${brand.name}.`}
    >
      <Text style={emailText}>Dear {firstName},</Text>
      <Waiting data={data} at={at} />
      <Part title="Announcements" isEmpty={data.announcements.length === 0}>
        {data.announcements.map(({ announcementId, title, excerpt, urgent, floor }) => (
          <Item key={announcementId} title={title} url={at(`/ten-ocean/announcements/${announcementId}`)}>
            {[urgent && "Urgent.", floor !== null && `For floor ${floor}.`, excerpt]
              .filter(Boolean)
              .join(" ")}
          </Item>
        ))}
        {data.moreAnnouncements > 0 && (
          <Item title={`${data.moreAnnouncements} more`} url={at("/ten-ocean/announcements")} />
        )}
      </Part>
      <Part title="Coming up" isEmpty={data.events.length === 0}>
        {data.events.map(({ eventId, title, location, startsAt, answer }) => (
          <Item key={eventId} title={title} url={at(`/ten-ocean/events/${eventId}`)}>
            {formatMoment(startsAt, brand)}, {location} · {answers[answer]}
          </Item>
        ))}
      </Part>
      <Part title="In the forum" isEmpty={data.topics.length === 0}>
        {data.topics.map(({ topicId, title, posts }) => (
          <Item key={topicId} title={title} url={at(`/ten-ocean/forum/${topicId}`)}>
            {posts === 1 ? "1 new post" : `${posts} new posts`}
          </Item>
        ))}
      </Part>
      <Part title="For you" isEmpty={data.held.length === 0}>
        {data.held.map(({ title, path }) => (
          <Item key={`${path} ${title}`} title={title} url={at(path)} />
        ))}
        {data.moreHeld > 0 && <Item title={`${data.moreHeld} more`} url={at("/ten-ocean/notifications")} />}
      </Part>
      <EmailButton href={at("/ten-ocean")}>Open the portal</EmailButton>
    </EmailLayout>
  );
}

function Waiting({ data: { registrations, requests }, at }: { data: DigestData; at(path: string): string }) {
  return (
    <Part title="Waiting for you" isEmpty={registrations + requests === 0}>
      {registrations > 0 && (
        <Item
          title={
            registrations === 1
              ? "1 registration to decide on"
              : `${registrations} registrations to decide on`
          }
          url={at("/ten-ocean/admin/registrations")}
        />
      )}
      {requests > 0 && (
        <Item
          title={requests === 1 ? "1 request that nobody took" : `${requests} requests that nobody took`}
          url={at("/ten-ocean/admin/maintenance")}
        />
      )}
    </Part>
  );
}

function Part({ title, isEmpty, children }: { title: string; isEmpty: boolean; children: ReactNode }) {
  if (isEmpty) return null;
  return (
    <Section style={{ margin: "0 0 20px" }}>
      <Heading as="h2" style={{ color: "#14262e", fontSize: 16, lineHeight: "24px", margin: "0 0 4px" }}>
        {title}
      </Heading>
      {children}
    </Section>
  );
}

function Item({ title, url, children }: { title: string; url: string; children?: ReactNode }) {
  return (
    <Section style={{ margin: "0 0 12px" }}>
      <Text style={{ ...emailText, margin: 0 }}>
        <Link href={url} style={link}>
          {title}
        </Link>
      </Text>
      {children && <Text style={quiet}>{children}</Text>}
    </Section>
  );
}

DigestEmail.PreviewProps = {
  brand: { name: "10 Ocean", locale: "en-US", timeZone: "America/New_York" },
  period: "weekly",
  title: "Your week at 10 Ocean, November 9",
  preview: "1 announcement, 1 event, 1 topic",
  unsubscribeUrl: "https://10ocean.example/ten-ocean/unsubscribe/example",
  firstName: "Maya",
  portalUrl: "https://10ocean.example",
  data: {
    until: "2026-11-09T13:00:00.000Z",
    announcements: [
      {
        announcementId: "ann_7",
        title: "Water off on Tuesday",
        excerpt: "From nine to noon, for the new valve in the basement.",
        urgent: true,
        floor: 4,
      },
    ],
    moreAnnouncements: 2,
    events: [
      {
        eventId: "evt_31",
        title: "Roof party",
        location: "The roof",
        startsAt: "2026-11-20T23:00:00.000Z",
        answer: "waiting",
      },
    ],
    topics: [{ topicId: "topic_12", title: "Bike room", posts: 4 }],
    held: [{ title: "Suresh mentioned you in “Bike room”", path: "/ten-ocean/forum/topic_12" }],
    moreHeld: 3,
    registrations: 2,
    requests: 1,
  },
} satisfies DigestEmailProps;
