import * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";
import { postPath } from "./post-path.ts";

/** Tells a resident that somebody named them in a post. */
export const forumMention = notificationTemplate({
  name: "forum-mention",
  kind: "forum",
  importance: "chosen",
  priority: "transactional",
  data: z.object({
    topicId: z.string(),
    topic: z.string(),
    postId: z.string(),
    author: z.string(),
    /** The beginning of the post. */
    excerpt: z.string(),
  }),
  words: ({ data: { topicId, topic, postId, author, excerpt } }) => ({
    title: `${author} mentioned you in “${topic}”`,
    body: excerpt,
    path: postPath(topicId, postId),
  }),
  email: ({ data: { topic, author, excerpt }, words, brand, portalUrl, reader, unsubscribeUrl }) => (
    <NoticeEmail
      brand={brand}
      title={words.title}
      why={`You get this email because somebody named you in the forum of ${brand.name}.`}
      unsubscribeUrl={unsubscribeUrl}
      firstName={reader.firstName}
      paragraphs={[`${author} mentioned you in “${topic}”.`, `“${excerpt}”`]}
      action={{ label: "Read the post", url: portalUrl + words.path }}
    />
  ),
});
