import { announcementsOf } from "@org/commands/ten-ocean/community/read-announcements";
import type { Announcement } from "@org/stores/ten-ocean/port";
import type { Metadata } from "next";
import Link from "next/link";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { AnnouncementMeta } from "#src/portal/announcements/announcement-meta.tsx";
import styles from "#src/portal/announcements/announcements.module.css";
import { submitWithdrawal } from "#src/portal/announcements/withdraw-action.ts";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Announcements" };

const outcomes = new Map([
  ["published", "Published. Everyone whom it concerns is told as they chose."],
  ["withdrawn", "Withdrawn. It is on no page any more; whoever was told of it has that message still."],
  ["too-late", "Nothing was changed: it was withdrawn before."],
  ["not-theirs", "There is no such announcement for you to withdraw."],
]);

export default async function AdminAnnouncementsPage({
  searchParams,
}: PageProps<"/ten-ocean/admin/announcements">) {
  const announcer = await requireRole("association-admin", "floor-captain");
  const [{ outcome }, listed] = await Promise.all([searchParams, announcementsOf(tenOcean(), announcer)]);
  const notice = outcomes.get(String(outcome));
  return (
    <div className="page narrow">
      <h1>Announcements</h1>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <p>
        <Link href="/ten-ocean/admin/announcements/new" className="button">
          New announcement
        </Link>
      </p>
      {listed.length === 0 && <p>Nothing has been announced yet.</p>}
      <ul className="stack">
        {listed.map((announcement) => (
          <Published key={announcement.announcementId} announcement={announcement} />
        ))}
      </ul>
    </div>
  );
}

function Published({ announcement }: { announcement: Announcement }) {
  const { announcementId, title, withdrawnAt } = announcement;
  return (
    <li className={`card ${styles.item}`}>
      <h2>
        {withdrawnAt === undefined ? (
          <Link href={`/ten-ocean/announcements/${announcementId}`}>{title}</Link>
        ) : (
          <s className={styles.withdrawn}>{title}</s>
        )}
      </h2>
      <AnnouncementMeta announcement={announcement} />
      {withdrawnAt === undefined ? (
        <details>
          <summary>Withdraw</summary>
          <form action={submitWithdrawal} className="after-card">
            <input type="hidden" name="announcementId" value={announcementId} />
            <p>
              Nobody sees it any more, and nobody else is told. Messages that were sent cannot be taken back.
            </p>
            <SubmitButton label={`Withdraw “${title}”`} pendingLabel="Withdrawing…" />
          </form>
        </details>
      ) : (
        <p>Withdrawn: residents do not see it.</p>
      )}
    </li>
  );
}
