import type { OpenDeadLetters } from "@org/stores/dead-letters/port";
import { Field, TextField } from "../design/field.tsx";
import styles from "./operations.module.css";
import type { ReplayView } from "./replay-view.ts";

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
      <Field name="of" label="Function" defaultValue={found ? `${found.app}/${found.workflow}` : ""}>
        {(control) => (
          <select {...control}>
            <option value="">All of them</option>
            {open.map((each) => (
              <option key={`${each.app}/${each.workflow}`} value={`${each.app}/${each.workflow}`}>
                {each.workflow}, {each.open} open
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        name="error"
        label="Part of the error"
        defaultValue={error}
        placeholder="Any"
        maxLength={200}
      />
      <TextField name="since" label="Failed since (IST)" type="datetime-local" defaultValue={since} />
      <button type="submit" className="button quiet">
        Show what would happen
      </button>
    </form>
  );
}
