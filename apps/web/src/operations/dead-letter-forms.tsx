import { tooOldToReplay } from "@org/stores/dead-letters/is-replayable";
import { SubmitButton } from "../design/submit-button.tsx";
import { discardRun, replayRun } from "./dead-letter-actions.ts";
import { DiscardReasonField } from "./discard-reason-field.tsx";
import styles from "./operations.module.css";

interface DeadLetterFormsProps {
  runId: string;
  /** False when it is too old for it. */
  replayable: boolean;
}

/** What an operator can do with an open failed run. */
export function DeadLetterForms({ runId, replayable }: DeadLetterFormsProps) {
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">Decide</h2>
      {replayable ? <ReplayForm runId={runId} /> : <p>{tooOldToReplay}</p>}
      <details className={styles.discard}>
        <summary>{replayable ? "Discard it instead…" : "Discard it…"}</summary>
        <form action={discardRun}>
          <input type="hidden" name="runId" value={runId} />
          <p>The work is never done then, and the run cannot be replayed any more.</p>
          <DiscardReasonField id="reason" />
          <button type="submit" className="button quiet">
            Discard this run for good
          </button>
        </form>
      </details>
    </section>
  );
}

function ReplayForm({ runId }: { runId: string }) {
  return (
    <>
      <p>
        A replay runs only the function that failed, for the same events. Only what did not happen yet will
        happen. Remove the cause first.
      </p>
      <form action={replayRun}>
        <input type="hidden" name="runId" value={runId} />
        <SubmitButton label="Replay this run" pendingLabel="Asking the worker…" />
      </form>
    </>
  );
}
