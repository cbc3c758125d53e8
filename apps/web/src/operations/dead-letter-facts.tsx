import type { DeadLetter } from "@org/stores/dead-letters/port";
import { saidFailure } from "@org/stores/dead-letters/said";
import Link from "next/link";
import { deadLetterPath } from "./dead-letter-view.ts";
import type { FoundDeadLetter } from "./find-dead-letter.ts";
import styles from "./operations.module.css";
import { RunLink } from "./run-link.tsx";
import { StatusMark } from "./status-mark.tsx";
import { When } from "./when.tsx";

interface FactsProps extends Pick<FoundDeadLetter, "letter" | "failedAgain"> {
  /** The engine's page of a run, with `{runId}` in it. */
  runPage: string | undefined;
}

/** What failed, how, and what became of it; a screen reader is told when that changes. */
export function DeadLetterFacts({ letter, failedAgain, runPage }: FactsProps) {
  const { runId, app, attempts, failedAt, replayOf } = letter;
  return (
    <section className="card" aria-label="What happened">
      <p className={styles.message}>{saidFailure(letter)}</p>
      <StackTrace frames={letter.error.frames} />
      <dl className={styles.facts} aria-live="polite">
        <dt>App</dt>
        <dd>{app}</dd>
        <dt>Run</dt>
        <dd>
          <RunLink runId={runId} page={runPage} />
        </dd>
        <dt>Failed</dt>
        <dd>
          <When at={failedAt} />
          {attempts !== undefined && `, at attempt ${attempts}`}
        </dd>
        {replayOf !== undefined && (
          <>
            <dt>Replay of</dt>
            <dd>
              <LetterLink runId={replayOf} />
            </dd>
          </>
        )}
        <SelfReplay letter={letter} />
        <Outcome letter={letter} failedAgain={failedAgain} runPage={runPage} />
      </dl>
    </section>
  );
}

/** Where it failed, for whoever mends it: closed, because most runs failed for what the message says. */
function StackTrace({ frames }: Pick<DeadLetter["error"], "frames">) {
  if (!frames || frames.length === 0) return null;
  return (
    <details>
      <summary>Stack trace</summary>
      <pre className={styles.scroll}>{frames.join("\n")}</pre>
    </details>
  );
}

/** A run whose worker was gone is replayed without anybody's doing, as long as nobody settles it before. */
function SelfReplay({ letter: { status, nextReplayAt, replays } }: Pick<FoundDeadLetter, "letter">) {
  return (
    <>
      {replays !== undefined && (
        <>
          <dt>Replays before</dt>
          <dd>{replays}</dd>
        </>
      )}
      {status === "open" && nextReplayAt !== undefined && (
        <>
          <dt>Replayed by itself</dt>
          <dd>
            <When at={nextReplayAt} />, because no worker answered. Replay it now, or discard it, and that is
            left out.
          </dd>
        </>
      )}
    </>
  );
}

function Outcome({ letter, failedAgain, runPage }: FactsProps) {
  const { status, settledAt, replayRunId } = letter;
  return (
    <>
      <dt>State</dt>
      <dd>
        <StatusMark status={status} /> {settledAt !== undefined && <When at={settledAt} />}
      </dd>
      {replayRunId !== undefined && (
        <>
          <dt>Replayed by</dt>
          <dd>
            <RunLink runId={replayRunId} page={runPage} />
          </dd>
          <dt>Failed again</dt>
          <dd>
            {failedAgain.length === 0 && "No failure of the replay is known"}
            {failedAgain.map((replay) => (
              <div key={replay.runId}>
                <LetterLink runId={replay.runId} /> <When at={replay.failedAt} />{" "}
                <StatusMark status={replay.status} />
              </div>
            ))}
          </dd>
        </>
      )}
    </>
  );
}

function LetterLink({ runId }: Pick<DeadLetter, "runId">) {
  return (
    <Link href={deadLetterPath({ runId })}>
      <code className={styles.id}>{runId}</code>
    </Link>
  );
}
