import styles from "./operations.module.css";

interface SubjectFormProps {
  /** The parameter of the page's address that it fills, and the field's id. */
  name: string;
  label: string;
  asked: string | undefined;
  maxLength: number;
}

/** Asks what a page is to be about: the number of an order, or the id of something. */
export function SubjectForm({ name, label, asked, maxLength }: SubjectFormProps) {
  const hint = `${name}-hint`;
  return (
    <form className={styles.filter}>
      <div className="field">
        <label htmlFor={name}>{label}</label>
        <span className="field-hint" id={hint}>
          An order’s number, or an id.
        </span>
        <input
          id={name}
          name={name}
          defaultValue={asked}
          required
          maxLength={maxLength}
          aria-describedby={hint}
        />
      </div>
      <button type="submit" className="button quiet">
        Show
      </button>
    </form>
  );
}
