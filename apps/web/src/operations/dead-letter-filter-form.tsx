import type { OpenDeadLetters } from "@org/stores/dead-letters/port";
import type { DeadLetterView } from "./dead-letter-view.ts";
import styles from "./operations.module.css";
import { TimeField } from "./time-field.tsx";

interface DeadLetterFilterFormProps {
  view: DeadLetterView;
  /** Whose apps and workflows are offered. */
  open: readonly OpenDeadLetters[];
}

/** Narrows the list down by its address, so that a selection can be sent to a colleague. */
export function DeadLetterFilterForm({ view, open }: DeadLetterFilterFormProps) {
  return (
    <form action="/operations/dead-letters" className={styles.filter}>
      <div className="field">
        <label htmlFor="status">State</label>
        <select id="status" name="status" defaultValue={view.status}>
          <option value="open">Open</option>
          <option value="replayed">Replayed</option>
          <option value="discarded">Discarded</option>
          <option value="all">All</option>
        </select>
      </div>
      <NameField name="app" label="App" value={view.app} offered={open.map(({ app }) => app)} />
      <NameField
        name="workflow"
        label="Workflow"
        value={view.workflow}
        offered={open.map(({ workflow }) => workflow)}
      />
      <TimeField name="since" label="Failed since (IST)" value={view.since} />
      <TimeField name="until" label="Failed before (IST)" value={view.until} />
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
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} list={list} defaultValue={value} placeholder="Any" maxLength={200} />
      <datalist id={list}>
        {[...new Set(offered)].map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </div>
  );
}
