import type { OpenDeadLetters } from "@org/stores/dead-letters/port";
import styles from "./operations.module.css";
import type { ReplayView } from "./replay-view.ts";
import { TimeField } from "./time-field.tsx";

interface ReplaySelectionFormProps {
  view: ReplayView;
  /** Whose functions are offered. */
  open: readonly OpenDeadLetters[];
}

/** Chooses failed runs by function, error and time; it only asks what a replay would do. */
export function ReplaySelectionForm({ view, open }: ReplaySelectionFormProps) {
  const { app, workflow, error, since } = view;
  const found = open.find((each) => each.workflow === workflow && (app === undefined || each.app === app));
  return (
    <form action="/operations/dead-letters/replay" className={styles.filter}>
      <div className="field">
        <label htmlFor="of">Function</label>
        <select id="of" name="of" defaultValue={found ? `${found.app}/${found.workflow}` : ""}>
          <option value="">All of them</option>
          {open.map((each) => (
            <option key={`${each.app}/${each.workflow}`} value={`${each.app}/${each.workflow}`}>
              {each.workflow}, {each.open} open
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="error">Part of the error</label>
        <input id="error" name="error" defaultValue={error} placeholder="Any" maxLength={200} />
      </div>
      <TimeField name="since" label="Failed since (IST)" value={since} />
      <button type="submit" className="button quiet">
        Show what would happen
      </button>
    </form>
  );
}
