import { discardReasons } from "@org/commands/operations/discard-reasons";

/** Why something is given up; nothing is chosen beforehand, because a log says it of who chose it. */
export function DiscardReasonField({ id }: { id: string }) {
  return (
    <div className="field">
      <label htmlFor={id}>Why</label>
      <select id={id} name="reason" required defaultValue="">
        <option value="" disabled>
          Choose…
        </option>
        {Object.entries(discardReasons).map(([reason, words]) => (
          <option key={reason} value={reason}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
