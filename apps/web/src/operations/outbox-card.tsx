import { count } from "@org/commands/words";
import type { FailingEvent, LostEvent, OutboxState } from "@org/stores/outbox/port";
import { SubmitButton } from "../design/submit-button.tsx";
import { formatAge, formatMoment } from "../format.ts";
import { DiscardReasonField } from "./discard-reason-field.tsx";
import styles from "./operations.module.css";
import { type OutboxNotice, outboxNotices } from "./outbox-paths.ts";

/** Has the event sent again that the form names. */
type Resend = (form: FormData) => Promise<void>;

/** Milliseconds; a relay that works moves an event within a second. */
const late = 30_000;

interface OutboxCardProps {
  state: OutboxState;
  resend: Resend;
  /** Gives up the event that the form names. */
  discard: Resend;
  /** What came of the last request. */
  notice?: OutboxNotice | undefined;
}

/** Whether events reach the engine, and which of them it lost. */
export function OutboxCard({
  state: { pending, oldestPendingAge, failing, lost },
  resend,
  discard,
  notice,
}: OutboxCardProps) {
  return (
    <section className="card" aria-labelledby="outbox">
      <h2 id="outbox">Outbox</h2>
      {notice && (
        <p className="notice" role="status">
          {outboxNotices[notice]}
        </p>
      )}
      {pending === 0 && lost.length === 0 && <p>Empty: the engine has every event.</p>}
      {pending > 0 && (
        <p>
          {count(pending, "event")} on the way to the engine, the oldest for {formatAge(oldestPendingAge)}.
          {oldestPendingAge > late &&
            " That is late: look whether the engine answers and a worker runs, and at the refusals below."}
        </p>
      )}
      {failing.length > 0 && (
        <ul className={styles.failing}>
          {failing.map((event) => (
            <RefusedEventRow key={event.id} event={event} discard={discard} />
          ))}
        </ul>
      )}
      {lost.length > 0 && (
        <>
          <h3>Accepted, and nothing started</h3>
          <ul className={styles.failing}>
            {lost.map((event) => (
              <LostEventRow key={event.id} event={event} resend={resend} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface RefusedEventRowProps {
  event: FailingEvent;
  discard: Resend;
}

function RefusedEventRow({ event, discard }: RefusedEventRowProps) {
  const { id, name, attempts, behind = 0, lastError } = event;
  return (
    <li data-refused={id} data-behind={behind}>
      <code className={styles.id}>{id}</code>
      <p>
        {name}, refused {count(attempts, "time")}: {lastError}
      </p>
      {behind > 0 && (
        <p>
          {count(behind, "event")} about the same {behind === 1 ? "waits" : "wait"} behind it.
        </p>
      )}
      <details className={styles.discard}>
        <summary>Give it up…</summary>
        <form action={discard}>
          <input type="hidden" name="eventId" value={id} />
          <p>It is tried again by itself. Given up, it is never sent: what it would start never happens.</p>
          <DiscardReasonField id={`reason-${id}`} />
          <button type="submit" className="button quiet">
            Give up this event for good
          </button>
        </form>
      </details>
    </li>
  );
}

interface LostEventRowProps {
  event: LostEvent;
  resend: Resend;
}

function LostEventRow({ event: { id, name, resends, since }, resend }: LostEventRowProps) {
  return (
    <li data-lost={id}>
      <code className={styles.id}>{id}</code>
      <p>
        {name}, lost by the engine since {formatMoment(since)}, sent again {count(resends, "time")}.
      </p>
      <form action={resend}>
        <input type="hidden" name="eventId" value={id} />
        <SubmitButton label="Send it again" pendingLabel="Sending it…" />
      </form>
    </li>
  );
}
