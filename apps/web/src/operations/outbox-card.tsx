import { count } from "@org/commands/words";
import type { OutboxState } from "@org/stores/outbox/port";
import { formatAge } from "../format.ts";
import styles from "./operations.module.css";

/** Whether events reach the engine. */
export function OutboxCard({ state: { pending, oldestPendingAge, failing } }: { state: OutboxState }) {
  return (
    <section className="card" aria-labelledby="outbox">
      <h2 id="outbox">Outbox</h2>
      {pending === 0 && <p>Empty: the engine has every event.</p>}
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
    </section>
  );
}
