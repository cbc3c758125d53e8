import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { announcementId, memberId } from "./fields.ts";

export const communityAnnouncementPublished = defineEvent({
  name: "community/announcement.published",
  version: "2026-11-27.01",
  category: "community",
  owner: "community",
  kind: "fact",
  summary: "An admin published an announcement to the house; the residents are told.",
  key: ["announcementId"],
  data: z.object({ announcementId, publishedBy: memberId }),
  examples: [
    { announcementId: "ann_7", publishedBy: "admin_001" },
    { announcementId: "ann_8", publishedBy: "admin_002" },
  ],
});
