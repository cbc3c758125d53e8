import styles from "./cascade.module.css";
import { linesOf, longest } from "./folding.ts";
import type { CascadeTree } from "./tree.ts";

interface FoldingChoiceProps {
  about: string;
  tree: Pick<CascadeTree, "roots">;
  shown: { personal: boolean; unfolded: boolean };
}

/** Of a long cascade: how much of it is unfolded, and the way to the other. A form, as the asking for personal values is. */
export function FoldingChoice({ about, tree, shown }: FoldingChoiceProps) {
  const lines = linesOf(tree);
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
