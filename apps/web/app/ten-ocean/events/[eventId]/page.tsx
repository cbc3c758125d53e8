import { mostGuests } from "@org/commands/ten-ocean/community/answer-event";
import type { OwnRsvp } from "@org/stores/ten-ocean/port";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { AnswerForm } from "#src/portal/community/answer-form.tsx";
import { EventDetails, EventTitle, StateNotice } from "#src/portal/community/event-details.tsx";
import { answerSentence } from "#src/portal/community/event-view.ts";
import { answerOf, findEvent, watchEvent } from "#src/portal/community/find-event.ts";
import { GuestLists } from "#src/portal/community/guest-lists.tsx";
import { requireRole } from "#src/session/current-person.ts";

export async function generateMetadata({
  params,
}: PageProps<"/ten-ocean/events/[eventId]">): Promise<Metadata> {
  await requireRole("resident", "association-admin", "floor-captain");
  const event = await findEvent((await params).eventId);
  return { title: event?.title ?? "Event", robots: { index: false } };
}

const notices = new Map([
  ["planned", "It is planned. The residents are being invited."],
  ["changed", "Saved. Whoever answered is told when the title, the place or the time is another."],
  ["unchanged", "Nothing was different, so nothing was saved."],
  ["cancelled", "Called off. Whoever answered is told."],
  ["answered", "Your answer is noted, and confirmed to you."],
]);

export default async function EventPage({ params, searchParams }: PageProps<"/ten-ocean/events/[eventId]">) {
  const person = await requireRole("resident", "association-admin", "floor-captain");
  const [{ eventId }, { notice }] = await Promise.all([params, searchParams]);
  const resident = person.role === "resident" ? person.id : undefined;
  const [found, answer] = await Promise.all([watchEvent(eventId), answerOf(eventId, resident)]);
  if (!found) notFound();
  const { event, state, counts, attendance, version, settled } = found;
  const page = `/ten-ocean/events/${eventId}` as const;
  const done = notices.get(String(notice));
  return (
    <div className="page narrow">
      <EventTitle title={event.title} />
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <StateNotice event={event} state={state} />
      <EventDetails event={event} counts={counts} state={state} />
      {resident !== undefined && <OwnAnswer eventId={eventId} answer={answer} isOpen={state === "open"} />}
      {state !== "cancelled" && <GuestLists attendance={attendance} />}
      {resident === undefined && (
        <p className="after-card">
          <Link href={`/ten-ocean/admin/events/${eventId}`}>Change it, call it off, or see every answer</Link>
        </p>
      )}
      <p className="after-card">
        <Link href="/ten-ocean/events">All events</Link>
      </p>
      <LiveUpdates url={`${page}/progress`} version={version} settled={settled} />
    </div>
  );
}

interface OwnAnswerProps {
  eventId: string;
  answer: OwnRsvp | undefined;
  isOpen: boolean;
}

function OwnAnswer({ eventId, answer, isOpen }: OwnAnswerProps) {
  const guests = answer && answer.seats > 0 ? answer.seats - 1 : 0;
  return (
    <section className="card after-card" aria-labelledby="your-answer">
      <h2 id="your-answer">Your answer</h2>
      <p aria-live="polite" data-answer={answer?.response ?? "none"}>
        {answerSentence(answer)}
      </p>
      {isOpen && (
        <AnswerForm
          key={answer?.revision ?? 0}
          eventId={eventId}
          mostGuests={mostGuests}
          values={{ response: answer?.response ?? "", guests: String(guests) }}
        />
      )}
    </section>
  );
}
