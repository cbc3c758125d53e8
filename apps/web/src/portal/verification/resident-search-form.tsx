import type { Unit } from "@org/stores/ten-ocean/port";
import { Field, TextField } from "../../design/field.tsx";
import type { ResidentView } from "./resident-search.ts";
import styles from "./residents.module.css";
import { standingNames } from "./standings.ts";

interface ResidentSearchFormProps {
  view: ResidentView;
  units: readonly Unit[];
}

/** Narrows the list down by its address. */
export function ResidentSearchForm({ view, units }: ResidentSearchFormProps) {
  return (
    <form
      action="/ten-ocean/admin/residents"
      className={`card ${styles.search}`}
      aria-label="Search residents"
    >
      <TextField name="q" label="Name or email" type="search" defaultValue={view.text} maxLength={100} />
      <Field name="standing" label="Status" defaultValue={view.standing ?? ""}>
        {(control) => (
          <select {...control}>
            <option value="">Any</option>
            {Object.entries(standingNames).map(([standing, name]) => (
              <option key={standing} value={standing}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="unit" label="Unit" defaultValue={view.unitId}>
        {(control) => (
          <select {...control}>
            <option value="">Any</option>
            {units.map(({ unitId, label }) => (
              <option key={unitId} value={unitId}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" className="button quiet">
        Show
      </button>
    </form>
  );
}
