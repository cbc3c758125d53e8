import { tenOcean } from "../../stores.ts";
import { formatDay } from "../building-time.ts";
import styles from "./home.module.css";
import { HomeCard, HomeItem } from "./home-card.tsx";

const day = 24 * 60 * 60_000;
const shown = 3;

/** What the association announced in the last weeks. */
export async function HouseNews({ now }: { now: number }) {
  const announcements = await tenOcean().announcements.list({
    from: new Date(now - 60 * day).toISOString(),
    to: new Date(now + day).toISOString(),
  });
  return (
    <HomeCard
      title="Announcements"
      more={{ href: "/ten-ocean/announcements", label: "All announcements" }}
      empty="Nothing was announced lately."
    >
      {announcements.slice(0, shown).map(({ announcementId, title, body, publishedAt }) => (
        <HomeItem
          key={announcementId}
          href={`/ten-ocean/announcements/${announcementId}`}
          title={title}
          facts={[formatDay(publishedAt)]}
        >
          <p className={styles.excerpt}>{body}</p>
        </HomeItem>
      ))}
    </HomeCard>
  );
}
