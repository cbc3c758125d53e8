import { Text } from "@react-email/text";
import { EmailButton, EmailLayout, type EmailLayoutProps, emailText } from "./email-layout.tsx";

export interface NoticeEmailProps
  extends Pick<EmailLayoutProps, "brand" | "title" | "why" | "unsubscribeUrl"> {
  firstName: string;
  /** What there is to say, a paragraph each. */
  paragraphs: readonly string[];
  action: { label: string; url: string };
}

/** The email of a notification that says one thing and leads to one page. */
export function NoticeEmail({ firstName, paragraphs, action, ...frame }: NoticeEmailProps) {
  const [preview = frame.title] = paragraphs;
  return (
    <EmailLayout {...frame} preview={preview}>
      <Text style={emailText}>Dear {firstName},</Text>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} style={{ ...emailText, whiteSpace: "pre-line" }}>
          {paragraph}
        </Text>
      ))}
      <EmailButton href={action.url}>{action.label}</EmailButton>
    </EmailLayout>
  );
}

NoticeEmail.PreviewProps = {
  brand: { name: "10 Ocean", locale: "en-US" },
  title: "Maya mentioned you",
  why: "You get this email because you are a resident of 10 Ocean.",
  unsubscribeUrl: "https://10ocean.example/ten-ocean/unsubscribe/example",
  firstName: "Sam",
  paragraphs: ["Maya mentioned you in “Bike room”.", "Do we still need the second rack?"],
  action: { label: "Read the post", url: "https://10ocean.example/ten-ocean/forum/topic_12" },
} satisfies NoticeEmailProps;
