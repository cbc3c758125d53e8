import type { Unit } from "@org/stores/ten-ocean/port";
import { Field, TextField } from "#src/design/field.tsx";
import type { FormState } from "#src/forms/form-state.ts";

type NameField = "firstName" | "lastName";

/** A resident's name; the last one may be left empty. */
export function NameFields({ form }: { form: FormState<NameField> }) {
  return (
    <>
      <TextField
        form={form}
        name="firstName"
        label="First name"
        autoComplete="given-name"
        required
        maxLength={100}
      />
      <TextField
        form={form}
        name="lastName"
        label="Last name"
        hint="Leave it empty if you use a single name."
        autoComplete="family-name"
        maxLength={100}
      />
    </>
  );
}

interface UnitFieldProps {
  form: FormState<"unitId">;
  units: readonly Unit[];
  label: string;
  hint?: string;
  /** What stands for no unit; absent where one is needed. */
  none?: string;
}

/** One of the house's units. */
export function UnitField({ form, units, label, hint, none }: UnitFieldProps) {
  return (
    <Field form={form} name="unitId" label={label} hint={hint}>
      {(control) => (
        <select key={form.values.unitId} {...control}>
          {none !== undefined && <option value="">{none}</option>}
          {units.map(({ unitId, label, floor }) => (
            <option key={unitId} value={unitId}>
              {label}, floor {floor}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
