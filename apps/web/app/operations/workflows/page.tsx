import type { Metadata } from "next";
import Link from "next/link";
import { env } from "#src/env.ts";
import styles from "#src/operations/operations.module.css";
import { VendorTable } from "#src/operations/vendor-table.tsx";
import { WorkflowTable } from "#src/operations/workflow-table.tsx";
import {
  beginOf,
  readSpan,
  type SpanName,
  spans,
  workflowRows,
  workflowsPath,
} from "#src/operations/workflow-view.ts";
import { requireRole } from "#src/session/current-person.ts";
import { operations } from "#src/stores.ts";

export const metadata: Metadata = { title: "How workflows do" };

export default async function WorkflowsPage({ searchParams }: PageProps<"/operations/workflows">) {
  await requireRole("admin");
  const span = readSpan((await searchParams).span);
  const totals = await operations().measurements.totals({ since: beginOf(span, Date.now()) });
  const rows = workflowRows(totals);
  const calls = totals.filter(({ kind }) => kind === "call");
  return (
    <div className="page">
      <h1>How workflows do</h1>
      <SpanLinks shown={span} />
      <p>
        The workers measure this themselves, and write it down every ten seconds. Hours are counted whole.
        Half of them took no longer than the first figure, 99 in 100 no longer than the second. What waited is
        a run before its first call: when that grows, more is asked than the workers or a limit let through.
        {env.ENGINE_URL && (
          <>
            {" "}
            <a href={env.ENGINE_URL}>The engine</a> has each run with its steps.
          </>
        )}
      </p>
      <div className={styles.stack}>
        <section className="card" aria-labelledby="workflows">
          <h2 id="workflows">Workflows</h2>
          {rows.length === 0 && <p>No run was seen in this time.</p>}
          {rows.length > 0 && <WorkflowTable rows={rows} />}
        </section>
        <section className="card" aria-labelledby="vendors">
          <h2 id="vendors">Vendors</h2>
          {calls.length === 0 && <p>No vendor was called in this time.</p>}
          {calls.length > 0 && <VendorTable calls={calls} />}
        </section>
      </div>
    </div>
  );
}

function SpanLinks({ shown }: { shown: SpanName }) {
  const names: SpanName[] = ["hours", "day", "week", "fortnight"];
  return (
    <nav aria-label="Time" className={styles.spans}>
      {names.map((name) => (
        <Link key={name} href={workflowsPath(name)} aria-current={name === shown ? "page" : undefined}>
          {spans[name].label}
        </Link>
      ))}
    </nav>
  );
}
