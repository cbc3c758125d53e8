import { toBuildingTime } from "@org/commands/ten-ocean/building-time";
import type { EventField } from "@org/commands/ten-ocean/community/event-request";
import type { CommunityEvent } from "@org/stores/ten-ocean/port";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnswerTable } from "#src/portal/community/answer-table.tsx";
import { CallOffForm } from "#src/portal/community/call-off-form.tsx";
import { EventTitle, StateNotice } from "#src/portal/community/event-details.tsx";
import { EventEditor } from "#src/portal/community/event-editor.tsx";
import { formatWhen } from "#src/portal/community/event-time.ts";
import { type FoundEvent, findEvent, watchEvent } from "#src/portal/community/find-event.ts";
import { requireRole } from "#src/session/current-person.ts";

type ChangeEventPageProps = PageProps<"/ten-ocean/admin/events/[eventId]">;

export async function generateMetadata({ params }: ChangeEventPageProps): Promise<Metadata> {
  await requireRole("association-admin", "floor-captain");
  const event = await findEvent((await params).eventId);
  return { title: `Change ${event?.title ?? "an event"}`, robots: { index: false } };
}

export default async function ChangeEventPage({ params, searchParams }: ChangeEventPageProps) {
  await requireRole("association-admin", "floor-captain");
  const [{ eventId }, { step }] = await Promise.all([params, searchParams]);
  const found = await watchEvent(eventId);
  if (!found) notFound();
  const { event, state, attendance } = found;
  const isOpen = state === "open";
  if (isOpen && step === "call-off") return <CallOff {...found} />;
  return (
    <div className="page narrow">
      <EventTitle title={event.title} />
      <StateNotice event={event} state={state} />
      {isOpen && (
        <>
          <p>
            Whoever answered is told when the title, the place or the time is another, and reminders move with
            it. A corrected description is not told.
          </p>
          <EventEditor
            key={event.revision}
            eventId={eventId}
            seen={event.revision}
            values={valuesOf(event)}
          />
          <p>
            <Link href={`/ten-ocean/admin/events/${eventId}?step=call-off`}>Call this event off</Link>
          </p>
        </>
      )}
      <AnswerTable attendance={attendance} />
      <p className="after-card">
        <Link href={`/ten-ocean/events/${eventId}`}>See it as residents do</Link>
      </p>
    </div>
  );
}

/** Asks once more, and says what follows. */
function CallOff({ event, attendance }: FoundEvent) {
  const told = attendance.filter(({ response }) => response !== "declined").length;
  return (
    <div className="page narrow">
      <h1>Call this event off?</h1>
      <section className="card" aria-label="What follows">
        <p>
          <strong>{event.title}</strong>
          <br />
          {formatWhen(event)}, {event.location}
        </p>
        <p>
          {told === 0
            ? "Nobody has said that they may come, so nobody is told."
            : `Everyone who may come is told: ${told === 1 ? "one resident" : `${told} residents`}.`}{" "}
          No more reminders go out. An event that was called off cannot be brought back.
        </p>
        <CallOffForm eventId={event.eventId} />
      </section>
      <p>
        <Link href={`/ten-ocean/admin/events/${event.eventId}`}>Keep the event</Link>
      </p>
    </div>
  );
}

function valuesOf(event: CommunityEvent): Record<EventField, string> {
  const { title, description, location, startsAt, endsAt, capacity } = event;
  return {
    title,
    description,
    location,
    startsAt: toBuildingTime(startsAt),
    endsAt: endsAt === undefined ? "" : toBuildingTime(endsAt),
    capacity: capacity === undefined ? "" : String(capacity),
  };
}
