import { announcementsFor } from "@org/commands/ten-ocean/community/read-announcements";
import type { Metadata } from "next";
import Link from "next/link";
import { namedId } from "#src/http/typed-text.ts";
import { AnnouncementMeta } from "#src/portal/announcements/announcement-meta.tsx";
import styles from "#src/portal/announcements/announcements.module.css";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Announcements" };

const pageSize = 20;

export default async function AnnouncementsPage({ searchParams }: PageProps<"/ten-ocean/announcements">) {
  const person = await requireRole("resident", "association-admin", "floor-captain");
  const after = namedId((await searchParams).after);
  const listed = await announcementsFor(tenOcean(), person, {
    after,
    limit: pageSize + 1,
  });
  const shown = listed.slice(0, pageSize);
  const oldest = shown.at(-1);
  return (
    <div className="page narrow">
      <h1>Announcements</h1>
      {shown.length === 0 && (
        <p>{after === undefined ? "Nothing has been announced yet." : "There is nothing older."}</p>
      )}
      <ul className="stack">
        {shown.map((announcement) => (
          <li key={announcement.announcementId} className={`card ${styles.item}`}>
            <h2>
              <Link href={`/ten-ocean/announcements/${announcement.announcementId}`}>
                {announcement.title}
              </Link>
            </h2>
            <AnnouncementMeta announcement={announcement} />
            <p className={styles.excerpt}>{announcement.body}</p>
          </li>
        ))}
      </ul>
      <nav className="after-card" aria-label="More announcements">
        {after !== undefined && <Link href="/ten-ocean/announcements">Latest</Link>}{" "}
        {listed.length > pageSize && oldest && (
          <Link href={`/ten-ocean/announcements?after=${oldest.announcementId}`}>Older announcements</Link>
        )}
      </nav>
    </div>
  );
}
