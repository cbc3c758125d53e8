import { tenOcean } from "../../stores.ts";
import { formatDayTime } from "../building-time.ts";
import { isOfPortal } from "../notifications/portal-path.ts";
import { HomeCard, HomeItem } from "./home-card.tsx";

const shown = 3;

/** What a member was told and has not read. */
export async function UnreadNotices({ userId }: { userId: string }) {
  const unread = await tenOcean().notifications.list({ userId, unreadOnly: true, limit: shown });
  return (
    <HomeCard
      title="New for you"
      more={{ href: "/ten-ocean/notifications", label: "All notifications" }}
      empty="You have read everything."
    >
      {unread.map(({ notificationId, title, path, createdAt }) => (
        <HomeItem
          key={notificationId}
          href={isOfPortal(path) ? path : "/ten-ocean/notifications"}
          title={title}
          facts={[formatDayTime(createdAt)]}
        />
      ))}
    </HomeCard>
  );
}
