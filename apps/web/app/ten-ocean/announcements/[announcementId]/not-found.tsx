import Link from "next/link";

export default function AnnouncementNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such announcement</h1>
      <p>It may have been withdrawn. What the association says stands in the list.</p>
      <p>
        <Link href="/ten-ocean/announcements">All announcements</Link>
      </p>
    </div>
  );
}
