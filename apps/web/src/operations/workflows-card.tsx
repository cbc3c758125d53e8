import { count } from "@org/commands/words";
import type { MeasuredTotal } from "@org/stores/measurements/port";
import Link from "next/link";
import { endings, formatShare, workflowRows, workflowsPath } from "./workflow-view.ts";

/** How many runs ended in a day, and how many of them failed. */
export function WorkflowsCard({ measured }: { measured: readonly MeasuredTotal[] }) {
  const rows = workflowRows(measured);
  const ended = rows.reduce((sum, row) => sum + endings(row), 0);
  const failed = rows.reduce((sum, { run }) => sum + (run?.failed ?? 0), 0);
  return (
    <section className="card" aria-labelledby="measured">
      <h2 id="measured">Workflows in a day</h2>
      <p>
        {count(ended, "run")} ended, {failed} of them failed ({formatShare(failed, ended)}).{" "}
        <Link href={workflowsPath("day")}>How each workflow and vendor does</Link>
      </p>
    </section>
  );
}
