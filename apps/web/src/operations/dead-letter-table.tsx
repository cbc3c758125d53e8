import type { DeadLetter } from "@org/stores/dead-letters/port";
import { saidFailure } from "@org/stores/dead-letters/said";
import Link from "next/link";
import { deadLetterPath } from "./dead-letter-view.ts";
import styles from "./operations.module.css";
import { ScrollRegion } from "./scroll-region.tsx";
import { StatusMark } from "./status-mark.tsx";
import { When } from "./when.tsx";

/** Failed runs, one a row. */
export function DeadLetterTable({ letters }: { letters: readonly DeadLetter[] }) {
  return (
    <ScrollRegion label="Failed runs">
      <table className={`${styles.table} ${styles.blocks}`}>
        <thead>
          <tr>
            <th scope="col">Failed</th>
            <th scope="col">Workflow</th>
            <th scope="col">Error</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.runId} data-run={letter.runId}>
              <td className={styles.nowrap}>
                <When at={letter.failedAt} />
              </td>
              <td>
                <Link href={deadLetterPath(letter)}>{letter.workflow}</Link>
                <div className="muted">{letter.app}</div>
              </td>
              <td className={styles.error}>{saidFailure(letter)}</td>
              <td>
                <StatusMark status={letter.status} />
                {letter.status === "open" && letter.nextReplayAt !== undefined && (
                  <div className="muted">
                    Replayed by itself <When at={letter.nextReplayAt} />
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
