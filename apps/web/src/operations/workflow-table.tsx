import { count } from "@org/commands/words";
import Link from "next/link";
import { deadLettersPath } from "./dead-letter-view.ts";
import styles from "./operations.module.css";
import { ScrollTable } from "./scroll-table.tsx";
import { endings, formatDuration, formatShare, retries, type WorkflowRow } from "./workflow-view.ts";

/** How workflows did, one a row. */
export function WorkflowTable({ rows }: { rows: readonly WorkflowRow[] }) {
  return (
    <ScrollTable label="How workflows did" columns={["Workflow", "Runs that ended", "Run", "Step", "Waited"]}>
      {rows.map((row) => (
        <WorkflowLine key={`${row.app}/${row.workflow}`} row={row} />
      ))}
    </ScrollTable>
  );
}

function WorkflowLine({ row }: { row: WorkflowRow }) {
  const { app, workflow, run, step, wait } = row;
  const failed = run?.failed ?? 0;
  return (
    <tr data-measured={workflow}>
      <td className={styles.named}>
        <Link href={deadLettersPath({ app, workflow })}>{workflow}</Link>
        <div className="muted">{app}</div>
      </td>
      <td className={styles.figures}>
        {endings(row)}
        <div className={failed > 0 ? styles.bad : "muted"}>
          {failed} failed, {formatShare(failed, endings(row))}
        </div>
        <div className="muted">{count(retries(row), "retry", "retries")}</div>
      </td>
      <Percentiles of={run} />
      <Percentiles of={step} />
      <Percentiles of={wait} />
    </tr>
  );
}

interface PercentilesProps {
  of: { p50?: number; p99?: number } | undefined;
}

/** A cell with how long half of them took at most, and 99 in 100. */
export function Percentiles({ of }: PercentilesProps) {
  return (
    <td className={styles.figures}>
      {formatDuration(of?.p50)}
      <div className="muted">p99 {formatDuration(of?.p99)}</div>
    </td>
  );
}
