"use server";

import { announcementRequest } from "@org/commands/ten-ocean/community/announcement-request";
import { readAnnouncement } from "@org/commands/ten-ocean/community/publish-announcement";
import { redirect } from "next/navigation";
import { tenOceanCommands } from "../../commands.ts";
import { entriesOf, textOf } from "../../forms/form-data.ts";
import { keepsEntries } from "../../forms/keeps-entries.ts";
import { refusedForm } from "../../forms/refused-form.ts";
import { log } from "../../log.ts";
import { requireRole } from "../../session/current-person.ts";
import { tenOcean } from "../../stores.ts";
import type { AnnouncementFormState } from "./announcement-state.ts";
import { audienceWithSize } from "./audience.ts";

/** Shows what would be published, goes back to the form, or publishes: as the button says that was pressed. */
export const submitAnnouncement = keepsEntries<AnnouncementFormState>(async (_previous, form) => {
  const announcer = await requireRole("association-admin", "floor-captain");
  const { fields } = announcementRequest;
  const entries = { ...entriesOf(form, [...fields, "announcementId"]), announcer };
  const values = entriesOf(form, fields);
  const intent = textOf(form, "intent");
  if (intent === "edit") return { values };
  if (intent !== "publish") {
    const read = await readAnnouncement(tenOcean(), entries);
    if (!read.ok) return refusedForm(form, fields, read);
    const { title, body, urgent, floor } = read.request;
    const size = await tenOcean().announcements.audienceSize({ floor });
    return { values, preview: { title, body, urgent, audience: audienceWithSize(floor, size) } };
  }
  const outcome = await tenOceanCommands().publishAnnouncement(entries);
  if (!outcome.ok) return refusedForm(form, fields, outcome);
  const { announcementId } = outcome;
  log.info({ announcementId, publishedBy: announcer.id }, "an announcement was published");
  redirect("/ten-ocean/admin/announcements?outcome=published");
});
