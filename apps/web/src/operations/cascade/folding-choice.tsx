import styles from "./cascade.module.css";
import { longest } from "./folding.ts";

interface FoldingChoiceProps {
  about: string;
  /** Of the cascade. */
  lines: number;
  shown: { personal: boolean; unfolded: boolean };
}

/** Of a long cascade: how much of it is unfolded, and the way to the other. A form, as the asking for personal values is. */
export function FoldingChoice({ about, lines, shown }: FoldingChoiceProps) {
  if (lines <= longest) return null;
  return (
    <form className={styles.asking}>
      <input type="hidden" name="about" value={about} />
      {shown.personal && <input type="hidden" name="personal" value="show" />}
      {shown.unfolded ? (
        <button type="submit" className="button quiet">
          Fold what went well
        </button>
      ) : (
        <>
          <p className="muted">What went well is folded.</p>
          <button type="submit" name="unfolded" value="all" className="button quiet">
            Unfold all {lines} lines
          </button>
        </>
      )}
    </form>
  );
}
