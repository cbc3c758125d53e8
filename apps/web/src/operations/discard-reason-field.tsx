import { discardReasons } from "@org/commands/operations/discard-reasons";
import { Field } from "../design/field.tsx";

/** Why something is given up; nothing is chosen beforehand, because a log says it of who chose it. */
export function DiscardReasonField({ id }: { id: string }) {
  return (
    <Field id={id} name="reason" label="Why" defaultValue="">
      {(control) => (
        <select {...control} required>
          <option value="" disabled>
            Choose…
          </option>
          {Object.entries(discardReasons).map(([reason, words]) => (
            <option key={reason} value={reason}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
