import type { Metadata } from "next";
import Link from "next/link";
import { DeadLetterFilterForm } from "#src/operations/dead-letter-filter-form.tsx";
import { DeadLetterTable } from "#src/operations/dead-letter-table.tsx";
import { deadLettersPath, readDeadLetterView, toFilter } from "#src/operations/dead-letter-view.ts";
import { DeadLetterViews } from "#src/operations/dead-letter-views.tsx";
import { replayPath } from "#src/operations/replay-view.ts";
import { requireRole } from "#src/session/current-person.ts";
import { operations } from "#src/stores.ts";

export const metadata: Metadata = { title: "Failed runs" };

const pageSize = 50;

export default async function DeadLettersPage({ searchParams }: PageProps<"/operations/dead-letters">) {
  await requireRole("admin");
  const view = readDeadLetterView(await searchParams);
  const { deadLetters } = operations();
  const [found, open] = await Promise.all([
    // One more than is shown tells whether there are others.
    deadLetters.list({ ...toFilter(view), limit: pageSize + 1 }),
    deadLetters.openByWorkflow(),
  ]);
  const letters = found.slice(0, pageSize);
  const after = found.length > pageSize ? letters.at(-1) : undefined;
  return (
    <div className="page">
      <h1>Failed runs</h1>
      <DeadLetterViews view={view} open={open} />
      <DeadLetterFilterForm view={view} open={open} />
      {open.length > 0 && (
        <p>
          <Link href={replayPath({ app: view.app, workflow: view.workflow, since: view.since })}>
            Replay many at once
          </Link>
        </p>
      )}
      {letters.length === 0 && <p className="notice">No failed run is like that.</p>}
      {letters.length > 0 && <DeadLetterTable letters={letters} />}
      {view.after && (
        <p>
          <Link href={deadLettersPath({ ...view, after: undefined })}>Latest</Link>
        </p>
      )}
      {after && (
        <p>
          <Link href={deadLettersPath({ ...view, after })}>Earlier ones</Link>
        </p>
      )}
    </div>
  );
}
