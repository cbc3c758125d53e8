import Link from "next/link";
import styles from "./cascade.module.css";
import { cascadePath } from "./cascade-path.ts";

/** Whether personal values are shown, and the way to the other. A form, so that nothing asks for them ahead of a click. */
export function PersonalValues({ about, shown }: { about: string; shown: boolean }) {
  if (shown)
    return (
      <div className={styles.asking}>
        <p className="notice">Personal values are shown, and it is written down that you asked for them.</p>
        <Link href={cascadePath(about)}>Hide them</Link>
      </div>
    );
  return (
    <form className={styles.asking}>
      <input type="hidden" name="about" value={about} />
      <p className="muted">Personal values are replaced by their kind.</p>
      <button type="submit" name="personal" value="show" className="button quiet">
        Show them, and write down that I asked
      </button>
    </form>
  );
}
