import { communityAnnouncementPublished } from "@org/events/ten-ocean/community-announcement-published";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = ({ tenOcean }) => {
  const announcementId = "ann_water";
  const publishedBy = "admin_001";
  return tenOcean.announcements.publish(
    { announcementId, title: "Water off on Tuesday", body: "From nine to noon.", publishedBy, floor: 4 },
    { emit: [communityAnnouncementPublished.create({ announcementId, publishedBy, floor: 4 })] },
  );
};
