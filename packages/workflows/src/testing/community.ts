import type { EventToSend } from "@org/events";
import { eventCreated } from "@org/events/ten-ocean/event-created";
import { communityEventEvents, rsvpEvents } from "@org/stores/ten-ocean/community/invitation-events";
import type {
  CommunityEventChanges,
  NewCommunityEvent,
  RsvpOutcome,
  RsvpResponse,
} from "@org/stores/ten-ocean/port";
import type { TestBench } from "./test-bench.ts";

/** Eight days after the bench's clock begins. */
export const party: NewCommunityEvent = {
  eventId: "evt_party",
  title: "Roof party",
  description: "Bring a dish.",
  location: "The roof",
  startsAt: "2026-11-10T23:00:00.000Z",
  createdBy: "admin_001",
};

/** Plans an event as `createEvent` does; silently for tests of what comes later. */
export async function planEvent(
  { tenOcean }: TestBench,
  changes: Partial<NewCommunityEvent> = {},
  { silently = false }: Pick<Telling, "silently"> = {},
): Promise<NewCommunityEvent> {
  const event = { ...party, ...changes };
  const { eventId, createdBy, startsAt } = event;
  const created = eventCreated.create({ eventId, createdBy, startsAt });
  await tenOcean.communityEvents.create(event, { emit: silently ? [] : [created] });
  return event;
}

interface Telling {
  /** Nothing is emitted, for tests of what comes later. */
  silently?: boolean;
  /** What is emitted waits here, for tests of what happens before the first workflow runs. */
  held?: EventToSend[];
}

/** What is emitted of a change, as these tests want it. */
function emitted<Outcome>(
  eventsOf: (outcome: Outcome) => EventToSend[],
  { silently = false, held }: Telling,
): (outcome: Outcome) => EventToSend[] {
  return (outcome) => {
    if (silently) return [];
    if (!held) return eventsOf(outcome);
    held.push(...eventsOf(outcome));
    return [];
  };
}

/** Changes the event as `updateEvent` and `cancelEvent` do. */
export function changeEvent({ tenOcean }: TestBench, changes: CommunityEventChanges, telling: Telling = {}) {
  const emit = emitted(communityEventEvents, telling);
  return tenOcean.communityEvents.update(party.eventId, changes, { emit });
}

/** Answers the invitation as `answerEvent` does. */
export function answer(
  { tenOcean }: TestBench,
  userId: string,
  response: RsvpResponse,
  { seats = 1, ...telling }: Telling & { seats?: number } = {},
) {
  const { eventId } = party;
  const emit = emitted((outcome: RsvpOutcome) => rsvpEvents(outcome), telling);
  return tenOcean.rsvps.answer({ eventId, userId, response, seats }, { emit });
}

/** Lets what was held come, in order. */
export async function sendHeld({ engine }: TestBench, held: readonly EventToSend[]): Promise<void> {
  for (const { name, data, id } of held) await engine.send({ id, name, data: Object(data) });
}

interface Notice {
  template: string;
  userIds: string[];
  data: Record<string, unknown>;
}

/** What members were to be told, in order; of one template, or of all. */
export function noticesOf({ engine }: TestBench, template?: string): Notice[] {
  return engine
    .events({ name: "notification/route" })
    .map(({ data }): Notice => Object(data))
    .filter((notice) => template === undefined || notice.template === template);
}
