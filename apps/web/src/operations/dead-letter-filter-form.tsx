import type { OpenDeadLetters } from "@org/stores/dead-letters/port";
import { Field, TextField } from "../design/field.tsx";
import type { DeadLetterView } from "./dead-letter-view.ts";
import styles from "./operations.module.css";

interface DeadLetterFilterFormProps {
  view: DeadLetterView;
  /** Whose apps and workflows are offered. */
  open: readonly OpenDeadLetters[];
}

/** Narrows the list down by its address, so that a selection can be sent to a colleague. */
export function DeadLetterFilterForm({ view, open }: DeadLetterFilterFormProps) {
  return (
    <form action="/operations/dead-letters" className={styles.filter}>
      <Field name="status" label="State" defaultValue={view.status}>
        {(control) => (
          <select {...control}>
            <option value="open">Open</option>
            <option value="replayed">Replayed</option>
            <option value="discarded">Discarded</option>
            <option value="all">All</option>
          </select>
        )}
      </Field>
      <NameField name="app" label="App" value={view.app} offered={open.map(({ app }) => app)} />
      <NameField
        name="workflow"
        label="Workflow"
        value={view.workflow}
        offered={open.map(({ workflow }) => workflow)}
      />
      <TextField name="since" label="Failed since (IST)" type="datetime-local" defaultValue={view.since} />
      <TextField name="until" label="Failed before (IST)" type="datetime-local" defaultValue={view.until} />
      <button type="submit" className="button quiet">
        Show
      </button>
    </form>
  );
}

interface NameFieldProps {
  name: string;
  label: string;
  value: string | undefined;
  offered: readonly string[];
}

function NameField({ name, label, value, offered }: NameFieldProps) {
  const list = `${name}-names`;
  return (
    <Field name={name} label={label} defaultValue={value}>
      {(control) => (
        <>
          <input {...control} list={list} placeholder="Any" maxLength={200} />
          <datalist id={list}>
            {[...new Set(offered)].map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
