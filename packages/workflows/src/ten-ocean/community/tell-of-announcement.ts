import { communityAnnouncementPublished } from "@org/events/ten-ocean/community-announcement-published";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { piecesOf } from "../excerpt.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { announcement, urgentAnnouncement } from "./announcement.tsx";

/** Residents of one step, as many as one event can name. */
const pageSize = 500;

/** The longest text that one value of an event carries. */
const longestPiece = 2_000;

type Ports = Uses<{ inngest: true; announcements: "get" | "audience"; admins: "get" }>;

/** Tells everyone whom an announcement concerns; once it is withdrawn nobody else is told. */
export function tellOfAnnouncement(ports: Ports): InngestFunction.Any {
  const { inngest, announcements } = ports;
  return inngest.createFunction(
    { id: "tell-of-announcement", triggers: [communityAnnouncementPublished], retries: defaultRetries },
    async ({ event, step }) => {
      const { announcementId } = event.data;
      const notice = await step.run("fetch-announcement", () => noticeOf(ports, announcementId));
      if (!notice) return { told: 0 };
      let told = 0;
      let after: string | undefined;
      for (let page = 1; ; page += 1) {
        const userIds = await step.run(`list-residents:${page}`, () =>
          announcements.audience({ announcementId, after, limit: pageSize }),
        );
        await tell(step, `tell-residents:${page}`, {
          template: notice.isUrgent ? urgentAnnouncement : announcement,
          occasion: page === 1 ? [announcementId] : [announcementId, `page-${page}`],
          userIds,
          about: announcementId,
          data: notice.data,
        });
        told += userIds.length;
        if (userIds.length < pageSize) return { told };
        after = userIds.at(-1);
      }
    },
  );
}

/** What there is to tell; null when it was withdrawn. */
async function noticeOf({ announcements, admins }: Ports, announcementId: string) {
  const found = await announcements.get(announcementId);
  if (!found || found.withdrawnAt !== undefined) return null;
  const { title, body, floor, urgent: isUrgent, publishedBy } = found;
  const author = (await admins.get(publishedBy))?.name ?? "The association";
  const text = piecesOf(body, longestPiece).map((piece) => ({ piece }));
  return { isUrgent, data: { announcementId, title, author, ...(floor !== undefined && { floor }), text } };
}
