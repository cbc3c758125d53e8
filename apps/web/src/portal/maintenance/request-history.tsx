import { buildingMoment } from "./building-moment.ts";
import type { EntryView } from "./entry-words.ts";
import styles from "./request-history.module.css";

interface RequestHistoryProps {
  entries: readonly EntryView[];
  settled: boolean;
  /** The page's own path, for browsers without JavaScript. */
  page: string;
}

/** Who did and wrote what, oldest first; what is new is announced to screen readers. */
export function RequestHistory({ entries, settled, page }: RequestHistoryProps) {
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">What has happened</h2>
      <ol aria-live="polite" className={styles.entries}>
        {entries.map(({ entryId, kind, at, title, text }) => (
          <li key={entryId} className={styles.entry} data-kind={kind}>
            <p className={styles.title}>{title}</p>
            <time className={styles.time} dateTime={at}>
              {buildingMoment(at)}
            </time>
            {text && <p className={styles.text}>{text}</p>}
          </li>
        ))}
      </ol>
      {!settled && (
        <noscript>
          <p>
            <a href={page}>Look again</a> to see what has happened since.
          </p>
        </noscript>
      )}
    </section>
  );
}
