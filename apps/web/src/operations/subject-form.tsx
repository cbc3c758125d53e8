import { TextField } from "../design/field.tsx";
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
  return (
    <form className={styles.filter}>
      <TextField
        name={name}
        label={label}
        hint="An order’s number, or an id."
        defaultValue={asked}
        required
        maxLength={maxLength}
      />
      <button type="submit" className="button quiet">
        Show
      </button>
    </form>
  );
}
