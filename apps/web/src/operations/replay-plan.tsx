import type { ReplayedRuns } from "@org/commands/operations/replay-runs";
import { count } from "@org/commands/words";
import Link from "next/link";
import { SubmitButton } from "../design/submit-button.tsx";
import { replayRuns } from "./dead-letter-actions.ts";
import { deadLetterPath } from "./dead-letter-view.ts";
import styles from "./operations.module.css";
import type { ReplayView } from "./replay-view.ts";

interface ReplayPlanProps {
  view: ReplayView;
  plan: ReplayedRuns;
}

/** What a replay of the chosen runs would do, and the way to have it done. */
export function ReplayPlan({ view, plan: { runIds, tooOld, more } }: ReplayPlanProps) {
  return (
    <section className="card" aria-labelledby="plan" data-plan={runIds.length}>
      <h2 id="plan">{count(runIds.length, "run")} would be replayed</h2>
      {more && <p>More match than are taken at once: when these have run, ask again.</p>}
      {tooOld.length > 0 && (
        <p>
          {tooOld.length === 1
            ? "1 run more matches and is too old to replay; discard it by itself."
            : `${tooOld.length} runs more match and are too old to replay; discard them one by one.`}
        </p>
      )}
      {runIds.length > 0 && (
        <>
          <p>
            Only what did not happen yet will happen, the earliest failure first. Remove the cause first. Runs
            that fail while you read are taken as well.
          </p>
          <form action={replayRuns}>
            <input type="hidden" name="planned" value={runIds.length} />
            {Object.entries(view).map(
              ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
            )}
            <SubmitButton label={`Replay ${count(runIds.length, "run")}`} pendingLabel="Asking the worker…" />
          </form>
          <details className={styles.discard}>
            <summary>Which ones</summary>
            <ul className={styles.failing}>
              {runIds.map((runId) => (
                <li key={runId}>
                  <Link href={deadLetterPath({ runId })}>
                    <code className={styles.id}>{runId}</code>
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}
