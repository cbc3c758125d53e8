import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { EmailButton, EmailLayout, type EmailLayoutProps, emailText } from "../email-layout.tsx";

export interface EventSeatsEmailProps
  extends Pick<EmailLayoutProps, "brand" | "title" | "why" | "unsubscribeUrl"> {
  firstName: string;
  /** What there is to say, a paragraph each. */
  paragraphs: readonly string[];
  eventUrl: string;
  /** The file that puts the event into a calendar. */
  calendarUrl: string;
}

/** Tells somebody that seats at an event are theirs, with the event for their calendar. */
export function EventSeatsEmail({
  firstName,
  paragraphs,
  eventUrl,
  calendarUrl,
  ...frame
}: EventSeatsEmailProps) {
  const [preview = frame.title] = paragraphs;
  return (
    <EmailLayout {...frame} preview={preview}>
      <Text style={emailText}>Dear {firstName},</Text>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} style={{ ...emailText, whiteSpace: "pre-line" }}>
          {paragraph}
        </Text>
      ))}
      <EmailButton href={eventUrl}>See the event</EmailButton>
      <Text style={emailText}>
        <Link href={calendarUrl} style={{ color: "#0f5f70" }}>
          Add it to your calendar
        </Link>
      </Text>
    </EmailLayout>
  );
}

EventSeatsEmail.PreviewProps = {
  brand: { name: "10 Ocean", locale: "en-US" },
  title: "You are going: Roof party",
  why: "You get this email because you answered this invitation.",
  unsubscribeUrl: "https://10ocean.example/ten-ocean/unsubscribe/example",
  firstName: "Maya",
  paragraphs: ["Friday, November 20 at 6:00 PM to 9:00 PM\nThe roof", "2 seats are yours."],
  eventUrl: "https://10ocean.example/ten-ocean/events/evt_31",
  calendarUrl: "https://10ocean.example/ten-ocean/events/evt_31/calendar.ics",
} satisfies EventSeatsEmailProps;
