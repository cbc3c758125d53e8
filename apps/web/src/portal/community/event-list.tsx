import type { CommunityEvent, EventCounts, Rsvp } from "@org/stores/ten-ocean/port";
import Link from "next/link";
import styles from "./event-list.module.css";
import { formatMonth, formatWhen } from "./event-time.ts";
import { answerMark, type EventState, eventStateOf, seatsText } from "./event-view.ts";

interface EventListProps {
  events: readonly CommunityEvent[];
  counts: readonly EventCounts[];
  /** The reader's own. */
  answers: readonly Rsvp[];
  now: number;
}

const stateText: Partial<Record<EventState, string>> = { cancelled: "Called off", begun: "On now" };

/** Events by month, each with how full it is and what the reader answered. */
export function EventList({ events, counts, answers, now }: EventListProps) {
  const months = [...new Set(events.map(({ startsAt }) => formatMonth(startsAt)))];
  return months.map((month) => (
    <section key={month} aria-labelledby={month.replace(" ", "-")} className={styles.month}>
      <h2 id={month.replace(" ", "-")}>{month}</h2>
      <ul className="stack">
        {events
          .filter(({ startsAt }) => formatMonth(startsAt) === month)
          .map((event) => (
            <EventCard
              key={event.eventId}
              event={event}
              state={eventStateOf(event, now)}
              counts={counts.find(({ eventId }) => eventId === event.eventId)}
              answer={answers.find(({ eventId }) => eventId === event.eventId)}
            />
          ))}
      </ul>
    </section>
  ));
}

interface EventCardProps {
  event: CommunityEvent;
  state: EventState;
  counts: EventCounts | undefined;
  answer: Rsvp | undefined;
}

function EventCard({ event, state, counts, answer }: EventCardProps) {
  const marks = [
    stateText[state],
    state === "cancelled" || !counts ? undefined : seatsText(event, counts),
    state === "cancelled" ? undefined : answerMark(answer),
  ].filter((mark) => mark !== undefined);
  return (
    <li className={`card ${styles.event}`} data-event={event.eventId} data-state={state}>
      <h3>
        <Link href={`/ten-ocean/events/${event.eventId}`} prefetch={false}>
          {event.title}
        </Link>
      </h3>
      <p className={styles.facts}>
        <time dateTime={event.startsAt}>{formatWhen(event)}</time> · {event.location}
      </p>
      <ul className={styles.marks}>
        {marks.map((mark) => (
          <li key={mark}>{mark}</li>
        ))}
      </ul>
    </li>
  );
}
