import type { Metadata } from "next";
import Link from "next/link";
import { EventList } from "#src/portal/community/event-list.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Events" };

const mostPast = 50;

export default async function EventsPage({ searchParams }: PageProps<"/ten-ocean/events">) {
  const person = await requireRole("resident", "association-admin", "floor-captain");
  const isPast = (await searchParams).show === "past";
  const { communityEvents, rsvps } = tenOcean();
  const events = isPast ? await communityEvents.past({ limit: mostPast }) : await communityEvents.coming();
  const [counts, answers] = await Promise.all([
    rsvps.counts(events.map(({ eventId }) => eventId)),
    person.role === "resident" ? rsvps.list({ userId: person.id }) : [],
  ]);
  return (
    <div className="page narrow">
      <h1>{isPast ? "Past events" : "Events"}</h1>
      {person.role !== "resident" && (
        <p>
          <Link className="button" href="/ten-ocean/admin/events/new">
            Plan an event
          </Link>
        </p>
      )}
      {events.length === 0 && (
        <p>
          {isPast
            ? "There was no event yet."
            : "Nothing is planned at the moment. You are told when something is."}
        </p>
      )}
      <EventList events={events} counts={counts} answers={answers} now={Date.now()} />
      <p>
        {isPast ? (
          <Link href="/ten-ocean/events">Coming events</Link>
        ) : (
          <Link href="/ten-ocean/events?show=past">Past events</Link>
        )}
      </p>
    </div>
  );
}
