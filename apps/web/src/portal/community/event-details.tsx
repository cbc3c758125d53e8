import type { CommunityEvent, EventCounts } from "@org/stores/ten-ocean/port";
import styles from "./event-details.module.css";
import { formatWhen } from "./event-time.ts";
import { type EventState, seatsText } from "./event-view.ts";

interface EventDetailsProps {
  event: CommunityEvent;
  counts: EventCounts;
  state: EventState;
}

/** An event's heading: a long word in a title breaks rather than widening a phone's page. */
export function EventTitle({ title }: Pick<CommunityEvent, "title">) {
  return <h1 className={styles.title}>{title}</h1>;
}

/** When and where an event is, how full, and what it is about. */
export function EventDetails({ event, counts, state }: EventDetailsProps) {
  return (
    <section className="card" aria-label="About the event">
      <dl className="facts">
        <dt>When</dt>
        <dd>
          <time dateTime={event.startsAt}>{formatWhen(event)}</time>
        </dd>
        <dt>Where</dt>
        <dd>{event.location}</dd>
        {state !== "cancelled" && (
          <>
            <dt>Seats</dt>
            <dd aria-live="polite" data-seats="">
              {seatsText(event, counts)}
            </dd>
          </>
        )}
      </dl>
      <p className={styles.description}>{event.description}</p>
      <p>
        <a href={`/ten-ocean/events/${event.eventId}/calendar.ics`} download>
          Add it to your calendar
        </a>
      </p>
    </section>
  );
}

const stateNotices: Record<EventState, string | undefined> = {
  open: undefined,
  begun: "This event is on now. Answers are no longer taken.",
  over: "This event is over.",
  cancelled: "This event was called off.",
};

/** Why no answers are taken, and the reason where there is one. */
export function StateNotice({ event, state }: Pick<EventDetailsProps, "event" | "state">) {
  const text = stateNotices[state];
  if (!text) return null;
  return (
    <div className={state === "cancelled" ? "notice bad" : "notice"} data-state={state}>
      <p>{text}</p>
      {event.cancelReason && <p className={styles.description}>{event.cancelReason}</p>}
    </div>
  );
}
