import type { OpenDeadLetters } from "@org/stores/dead-letters/port";
import Link from "next/link";
import { deadLettersPath } from "./dead-letter-view.ts";
import styles from "./operations.module.css";
import { ScrollTable } from "./scroll-table.tsx";
import { When } from "./when.tsx";

/** How many failed runs wait for somebody, by workflow. */
export function OpenLettersCard({ open }: { open: readonly OpenDeadLetters[] }) {
  return (
    <section className="card" aria-labelledby="open-letters">
      <h2 id="open-letters">Failed runs that nobody has settled</h2>
      {open.length === 0 && <p>None. Every run has ended well or was dealt with.</p>}
      {open.length > 0 && (
        <p>
          Their work is not done. Read the error, remove its cause, then replay them; discard what nobody
          needs any more.
        </p>
      )}
      {open.length > 0 && (
        <ScrollTable label="Failed runs by workflow" columns={["Workflow", "Open", "Latest"]}>
          {open.map(({ app, workflow, open: runs, latestFailedAt }) => (
            <tr key={`${app}/${workflow}`} data-workflow={workflow}>
              <td>
                <Link href={deadLettersPath({ app, workflow })}>{workflow}</Link>
                <div className="muted">{app}</div>
              </td>
              <td className="amount">{runs}</td>
              <td className={styles.nowrap}>
                <When at={latestFailedAt} />
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <p>
        <Link href={deadLettersPath({ status: "all" })}>All failed runs</Link>
      </p>
    </section>
  );
}
