import type { CommunityEvent } from "@org/stores/ten-ocean/port";
import * as z from "zod";

/** What every message about an event shows. */
export const eventData = z.object({
  eventId: z.string(),
  title: z.string(),
  location: z.string(),
  startsAt: z.string(),
  endsAt: z.string().optional(),
});

export type EventData = z.output<typeof eventData>;

export function eventDataOf({ eventId, title, location, startsAt, endsAt }: CommunityEvent): EventData {
  return { eventId, title, location, startsAt, ...(endsAt !== undefined && { endsAt }) };
}
