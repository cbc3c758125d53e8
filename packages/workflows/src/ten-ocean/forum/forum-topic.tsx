import * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";
import { postPath } from "./post-path.ts";

/** Tells residents of a topic that somebody opened. */
export const forumTopic = notificationTemplate({
  name: "forum-topic",
  kind: "forum",
  importance: "chosen",
  priority: "bulk",
  data: z.object({
    topicId: z.string(),
    topic: z.string(),
    author: z.string(),
    /** The beginning of its first post. */
    excerpt: z.string(),
  }),
  words: ({ data: { topicId, topic, author, excerpt } }) => ({
    title: `New in the forum: “${topic}”`,
    body: `${author}: ${excerpt}`,
    path: postPath(topicId),
  }),
  email: ({ data: { topic, author, excerpt }, words, brand, portalUrl, reader, unsubscribeUrl }) => (
    <NoticeEmail
      brand={brand}
      title={words.title}
      why={`You get this email because you are a resident of ${brand.name} and chose to hear of its forum.`}
      unsubscribeUrl={unsubscribeUrl}
      firstName={reader.firstName}
      paragraphs={[`${author} opened “${topic}”.`, `“${excerpt}”`]}
      action={{ label: "Read the topic", url: portalUrl + words.path }}
    />
  ),
});
