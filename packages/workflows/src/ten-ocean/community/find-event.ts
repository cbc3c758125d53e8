import type { CommunityEvent } from "@org/stores/ten-ocean/port";
import { NonRetriableError } from "inngest";
import type { Uses } from "../ports.ts";

/** @throws NonRetriableError when there is none. */
export async function findEvent(
  { communityEvents }: Uses<{ communityEvents: "get" }>,
  eventId: string,
): Promise<CommunityEvent> {
  const event = await communityEvents.get(eventId);
  if (event) return event;
  throw new NonRetriableError(
    `Community event ${eventId} does not exist: it was deleted, or the event names a wrong one.`,
  );
}

/** The ids of those who are coming, wait for seats or may come. */
export async function whoAnswered({ rsvps }: Uses<{ rsvps: "list" }>, eventId: string): Promise<string[]> {
  const answers = await rsvps.list({ eventId });
  return answers.filter(({ response }) => response !== "declined").map(({ userId }) => userId);
}
