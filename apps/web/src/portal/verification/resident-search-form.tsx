import type { Unit } from "@org/stores/ten-ocean/port";
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
      <div className="field">
        <label htmlFor="q">Name or email</label>
        <input id="q" name="q" type="search" defaultValue={view.text} maxLength={100} />
      </div>
      <div className="field">
        <label htmlFor="standing">Status</label>
        <select id="standing" name="standing" defaultValue={view.standing ?? ""}>
          <option value="">Any</option>
          {Object.entries(standingNames).map(([standing, name]) => (
            <option key={standing} value={standing}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="unit">Unit</label>
        <select id="unit" name="unit" defaultValue={view.unitId}>
          <option value="">Any</option>
          {units.map(({ unitId, label }) => (
            <option key={unitId} value={unitId}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button quiet">
        Show
      </button>
    </form>
  );
}
