import { count } from "@org/commands/words";
import type { DeadLetterEvent } from "@org/stores/dead-letters/port";
import Link from "next/link";
import { cascadePath } from "./cascade/cascade-path.ts";
import { deliveriesPath, subjectsOf } from "./delivery-subject.ts";
import styles from "./operations.module.css";

/** The events that started a run. @param props.events without personal data */
export function DeadLetterEvents({ events }: { events: readonly DeadLetterEvent[] }) {
  return (
    <section className="card" aria-labelledby="events">
      <h2 id="events">Started by {count(events.length, "event")}</h2>
      {subjectsOf(events).map((subject) => (
        <p key={subject}>
          <Link href={deliveriesPath(subject)}>Messages about {subject}</Link>
        </p>
      ))}
      {events.map(({ id, name, v, data }) => (
        <div key={id}>
          <h3>
            {name} <span className="muted">{v}</span>
          </h3>
          <p className="muted">
            <code className={styles.id}>{id}</code>
          </p>
          <p>
            <Link href={cascadePath(id)}>All that followed from it, and from what came before</Link>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <section className={styles.data} aria-label={`Data of ${name}`} tabIndex={0}>
            <pre>{JSON.stringify(data, null, 2)}</pre>
          </section>
        </div>
      ))}
      <p className="muted">
        Personal values are replaced by their kind. A replay uses the events as they were.
      </p>
    </section>
  );
}
