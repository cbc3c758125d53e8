import * as z from "zod";
import { NoticeEmail } from "../notice-email.tsx";
import { notificationTemplate } from "../notifications/notification-template.ts";
import { postPath } from "./post-path.ts";

/** Tells whoever follows a topic what was written in it since they last heard of it. */
export const forumReplies = notificationTemplate({
  name: "forum-replies",
  kind: "forum",
  importance: "chosen",
  priority: "transactional",
  data: z.object({
    topicId: z.string(),
    topic: z.string(),
    /** How many posts. */
    posts: z.number().int().min(1),
    /** The first of them. */
    postId: z.string(),
    /** As in `Maya Fernandes and 2 others`. */
    authors: z.string(),
    /** The beginning of the first one. */
    excerpt: z.string(),
  }),
  words: ({ data: { topicId, topic, posts, postId, authors, excerpt } }) => ({
    title: posts === 1 ? `New reply in “${topic}”` : `${posts} new replies in “${topic}”`,
    body: posts === 1 ? `${authors}: ${excerpt}` : `By ${authors}.`,
    path: postPath(topicId, postId),
  }),
  email: ({ data, words, brand, portalUrl, reader, unsubscribeUrl }) => (
    <NoticeEmail
      brand={brand}
      title={words.title}
      why={`You get this email because you follow “${data.topic}” in the forum of ${brand.name}.`}
      unsubscribeUrl={unsubscribeUrl}
      firstName={reader.firstName}
      paragraphs={
        data.posts === 1
          ? [`${data.authors} replied in “${data.topic}”.`, `“${data.excerpt}”`]
          : [`There are ${data.posts} new replies in “${data.topic}”, by ${data.authors}.`]
      }
      action={{
        label: data.posts === 1 ? "Read the reply" : "Read the replies",
        url: portalUrl + words.path,
      }}
    />
  ),
});
