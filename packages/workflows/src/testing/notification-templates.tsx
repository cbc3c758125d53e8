import { Text } from "@react-email/text";
import * as z from "zod";
import { EmailButton, EmailLayout } from "../ten-ocean/email-layout.tsx";
import { notificationTemplate } from "../ten-ocean/notifications/notification-template.ts";

/** What the templates of the tests have to say. */
const about = z.object({ what: z.string() });

type Manner = Pick<
  Parameters<typeof notificationTemplate>[0],
  "name" | "kind" | "importance" | "priority" | "subscription"
>;

function testTemplate(manner: Manner) {
  return notificationTemplate({
    ...manner,
    data: about,
    words: ({ data: { what } }) => ({ title: `News: ${what}`, body: `${what}.`, path: "/ten-ocean/forum" }),
    email: ({ data: { what }, words, reader, brand, portalUrl, unsubscribeUrl }) => (
      <EmailLayout
        brand={brand}
        title={what}
        preview={what}
        why="A test asks for it."
        unsubscribeUrl={unsubscribeUrl}
      >
        <Text>
          Dear {reader.firstName}, {what}.
        </Text>
        <EmailButton href={`${portalUrl}${words.path}`}>See it</EmailButton>
      </EmailLayout>
    ),
  });
}

/** One that members wait for, and may turn off. */
const testMention = testTemplate({
  name: "test-mention",
  kind: "forum",
  importance: "chosen",
  priority: "transactional",
});

/** One that goes to many. */
const testAnnouncement = testTemplate({
  name: "test-announcement",
  kind: "announcement",
  importance: "chosen",
  priority: "bulk",
});

/** One that nobody can turn off, and that who does not live here is told as well. */
const testDecision = testTemplate({
  name: "test-decision",
  kind: "verification",
  importance: "always",
  priority: "transactional",
});

/** One that wakes people. */
const testLeak = testTemplate({
  name: "test-leak",
  kind: "maintenance",
  importance: "urgent",
  priority: "transactional",
});

/** One whose link turns the digest off. */
const testDigest = testTemplate({
  name: "test-digest",
  kind: "announcement",
  subscription: "digest",
  importance: "chosen",
  priority: "bulk",
});

export const testTemplates = [testMention, testAnnouncement, testDecision, testLeak, testDigest];
