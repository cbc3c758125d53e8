import type { DeadLetter } from "@org/stores/dead-letters/port";
import { saidFailure } from "@org/stores/dead-letters/said";
import Link from "next/link";
import { deadLetterPath } from "./dead-letter-view.ts";
import styles from "./operations.module.css";
import { ScrollTable } from "./scroll-table.tsx";
import { StatusMark } from "./status-mark.tsx";
import { When } from "./when.tsx";

/** Failed runs, one a row. */
export function DeadLetterTable({ letters }: { letters: readonly DeadLetter[] }) {
  return (
    <ScrollTable label="Failed runs" columns={["Failed", "Workflow", "Error", "State"]} blocks>
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
    </ScrollTable>
  );
}
