import { count } from "@org/commands/words";
import type { OutboxState } from "@org/stores/outbox/port";
import { formatAge, formatMoment } from "../format.ts";
import styles from "./operations.module.css";

/** Whether events reach the engine. */
export function OutboxCard({ state: { pending, oldestPendingAge, failing, lost } }: { state: OutboxState }) {
  return (
    <section className="card" aria-labelledby="outbox">
      <h2 id="outbox">Outbox</h2>
      {pending === 0 && lost.length === 0 && <p>Empty: the engine has every event.</p>}
      {pending > 0 && (
        <p>
          {count(pending, "event")} on the way to the engine, the oldest for {formatAge(oldestPendingAge)}.
        </p>
      )}
      <ul className={styles.failing}>
        {failing.map(({ id, name, attempts, lastError }) => (
          <li key={id}>
            <code className={styles.id}>{id}</code>
            <p>
              {name}, refused {count(attempts, "time")}: {lastError}
            </p>
          </li>
        ))}
      </ul>
      {lost.length > 0 && <h3>Accepted, and nothing started</h3>}
      <ul className={styles.failing}>
        {lost.map(({ id, name, resends, since }) => (
          <li key={id}>
            <code className={styles.id}>{id}</code>
            <p>
              {name}, lost by the engine since {formatMoment(since)}, sent again {count(resends, "time")}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
