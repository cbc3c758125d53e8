import {
  type AnnouncementReader,
  announcementsFor,
} from "@org/commands/ten-ocean/community/read-announcements";
import { tenOcean } from "../../stores.ts";
import { formatDay } from "../building-time.ts";
import styles from "./home.module.css";
import { HomeCard, HomeItem } from "./home-card.tsx";

const shown = 3;

/** What the association announced last of what concerns the reader. */
export async function HouseNews({ person }: { person: AnnouncementReader }) {
  const announcements = await announcementsFor(tenOcean(), person, { limit: shown });
  return (
    <HomeCard
      title="Announcements"
      more={{ href: "/ten-ocean/announcements", label: "All announcements" }}
      empty="Nothing has been announced yet."
    >
      {announcements.map(({ announcementId, title, body, publishedAt, urgent }) => (
        <HomeItem
          key={announcementId}
          href={`/ten-ocean/announcements/${announcementId}`}
          title={title}
          facts={[formatDay(publishedAt)]}
          {...(urgent ? { mark: { text: "Urgent", tone: "bad" } } : {})}
        >
          <p className={styles.excerpt}>{body}</p>
        </HomeItem>
      ))}
    </HomeCard>
  );
}
