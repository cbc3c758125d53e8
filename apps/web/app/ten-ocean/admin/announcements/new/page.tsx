import { newAnnouncementId } from "@org/commands/ten-ocean/community/announcement-request";
import type { Metadata } from "next";
import { AnnouncementForm } from "#src/portal/announcements/announcement-form.tsx";
import { audienceName } from "#src/portal/announcements/audience.ts";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "New announcement" };

export default async function NewAnnouncementPage() {
  const announcer = await requireRole("association-admin", "floor-captain");
  const floors =
    announcer.role === "floor-captain"
      ? [announcer.floor]
      : [undefined, ...new Set((await tenOcean().units.list()).map(({ floor }) => floor))];
  const audiences = floors.map((floor) => ({ value: String(floor ?? ""), label: audienceName(floor) }));
  return (
    <div className="page narrow">
      <h1>New announcement</h1>
      <AnnouncementForm announcementId={newAnnouncementId()} audiences={audiences} />
    </div>
  );
}
