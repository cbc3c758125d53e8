import * as z from "zod";
import { defineEvent } from "../internal/define-event.ts";
import { announcementId, memberId } from "./fields.ts";

export const communityAnnouncementPublished = defineEvent({
  name: "community/announcement.published",
  version: "2026-11-27.02",
  category: "community",
  owner: "community",
  kind: "fact",
  summary:
    "An admin or a floor captain published an announcement; the residents of the house or of a floor are told.",
  key: ["announcementId"],
  data: z.object({
    announcementId,
    publishedBy: memberId,
    floor: z.int().min(-10).max(200).optional().describe("Whom it concerns; absent for the whole house"),
    urgent: z.boolean().optional().describe("Whether it wakes people; absent means no"),
  }),
  examples: [
    { announcementId: "ann_demoBoiler", publishedBy: "admin_001" },
    { announcementId: "ann_demoBikes", publishedBy: "admin_001", floor: 4, urgent: true },
  ],
});
