import { demoResidents } from "@org/stores/demo-data/ten-ocean";
import {
  demoAnnouncements,
  demoEvents,
  demoRequests,
  demoTopics,
} from "@org/stores/demo-data/ten-ocean-content";

/** Something that the demo content has for each part of an address that varies. */
const samples: Record<string, string | undefined> = {
  userId: demoResidents[0]?.userId,
  announcementId: demoAnnouncements[0]?.announcementId,
  eventId: demoEvents(new Date())[0]?.event.eventId,
  requestId: demoRequests[0]?.request.requestId,
  topicId: demoTopics[0]?.topicId,
  // Nobody's; what the page says then is a page as well.
  token: "nobodys",
};

/** @throws when a route has a part that nothing is known of: add a sample above. */
export function sampleOf(parameter: string): string {
  const sample = samples[parameter];
  if (sample === undefined)
    throw new Error(`portal-samples.ts has nothing for [${parameter}]: add it there.`);
  return sample;
}
