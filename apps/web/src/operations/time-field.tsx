interface TimeFieldProps {
  name: string;
  label: string;
  /** India's clock. */
  value: string | undefined;
}

/** Asks for a moment on India's clock. */
export function TimeField({ name, label, value }: TimeFieldProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type="datetime-local" defaultValue={value} />
    </div>
  );
}
