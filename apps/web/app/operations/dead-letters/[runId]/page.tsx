import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { env } from "#src/env.ts";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { DeadLetterEvents } from "#src/operations/dead-letter-events.tsx";
import { DeadLetterFacts } from "#src/operations/dead-letter-facts.tsx";
import { DeadLetterForms } from "#src/operations/dead-letter-forms.tsx";
import { deadLetterPath } from "#src/operations/dead-letter-view.ts";
import { findDeadLetter } from "#src/operations/find-dead-letter.ts";
import styles from "#src/operations/operations.module.css";
import { requireRole } from "#src/session/current-person.ts";

type DeadLetterPageProps = PageProps<"/operations/dead-letters/[runId]">;

export async function generateMetadata({ params }: DeadLetterPageProps): Promise<Metadata> {
  const found = await letterOf((await params).runId);
  return { title: found ? `Failed: ${found.letter.workflow}` : "A failed run" };
}

/** Asked for once for the page and its title. */
const letterOf = cache(async (runId: string) => {
  await requireRole("admin");
  return await findDeadLetter(runId);
});

export default async function DeadLetterPage({ params, searchParams }: DeadLetterPageProps) {
  const found = await letterOf((await params).runId);
  if (!found) notFound();
  const { letter, replayable, failedAgain, version, settled } = found;
  const isOpen = letter.status === "open";
  const { asked } = await searchParams;
  return (
    <div className="page narrow">
      <h1>{letter.workflow}</h1>
      {isOpen && asked === "replay" && (
        <div className="notice" role="status">
          <p>
            The worker was asked to replay this run and takes it in a moment. If the run is open for longer
            than a minute, look whether the outbox is empty and the worker serves the workflow.
          </p>
          <noscript>
            <a href={deadLetterPath(letter)}>Look again</a>
          </noscript>
        </div>
      )}
      <div className={styles.stack}>
        <DeadLetterFacts letter={letter} failedAgain={failedAgain} runPage={env.ENGINE_RUN_URL} />
        {isOpen && <DeadLetterForms runId={letter.runId} replayable={replayable} />}
        <DeadLetterEvents events={letter.events} />
      </div>
      <LiveUpdates url={`${deadLetterPath(letter)}/progress`} version={version} settled={settled} />
    </div>
  );
}
