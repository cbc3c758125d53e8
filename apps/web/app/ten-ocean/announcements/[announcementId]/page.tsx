import { announcementFor } from "@org/commands/ten-ocean/community/read-announcements";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AnnouncementMeta } from "#src/portal/announcements/announcement-meta.tsx";
import styles from "#src/portal/announcements/announcements.module.css";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

/** Once per page: its title asks as well. */
const findAnnouncement = cache(async (announcementId: string) => {
  const person = await requireRole("resident", "association-admin", "floor-captain");
  const announcement = await announcementFor(tenOcean(), person, announcementId);
  const author = announcement && (await tenOcean().admins.get(announcement.publishedBy));
  return announcement && { announcement, author: author?.name ?? "The association" };
});

type Props = PageProps<"/ten-ocean/announcements/[announcementId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findAnnouncement((await params).announcementId);
  return { title: found?.announcement.title ?? "Announcements" };
}

export default async function AnnouncementPage({ params }: Props) {
  const found = await findAnnouncement((await params).announcementId);
  if (!found) notFound();
  const { announcement, author } = found;
  return (
    <div className="page narrow">
      <p>
        <Link href="/ten-ocean/announcements">All announcements</Link>
      </p>
      <article className={`card ${styles.item}`}>
        <h1>{announcement.title}</h1>
        <AnnouncementMeta announcement={announcement} />
        <p className={styles.text}>{announcement.body}</p>
        <p className="muted">{author}</p>
      </article>
    </div>
  );
}
