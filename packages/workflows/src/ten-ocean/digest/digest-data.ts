import * as z from "zod";

/** What one reader's digest tells, as its email takes it. Times are ISO 8601, UTC. */
export const digestData = z.object({
  /** When the span ends that it tells of. */
  until: z.iso.datetime(),
  announcements: z.array(
    z.object({
      announcementId: z.string(),
      title: z.string(),
      excerpt: z.string(),
      urgent: z.boolean(),
      /** Null for the whole house. */
      floor: z.number().nullable(),
    }),
  ),
  /** Announcements that it has no room for. */
  moreAnnouncements: z.number(),
  events: z.array(
    z.object({
      eventId: z.string(),
      title: z.string(),
      location: z.string(),
      startsAt: z.iso.datetime(),
      answer: z.enum(["going", "waiting", "maybe", "declined", "none"]),
    }),
  ),
  topics: z.array(z.object({ topicId: z.string(), title: z.string(), posts: z.number() })),
  /** What the reader wanted to hear of with the digest instead of at once. */
  held: z.array(z.object({ title: z.string(), path: z.string() })),
  moreHeld: z.number(),
  /** Registrations and maintenance requests that wait for an admin or a captain; 0 for everyone else. */
  registrations: z.number(),
  requests: z.number(),
});

export type DigestData = z.output<typeof digestData>;
