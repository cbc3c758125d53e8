import type { ReactNode } from "react";
import styles from "./cascade.module.css";
import type { Size } from "./folding.ts";

interface BranchProps {
  /** What it is, in one line. */
  line: ReactNode;
  size: Size;
  open: boolean;
  /** What is known of it, and what stands under it. */
  children: ReactNode;
}

/** A line with what stands under it, which folds away; without anything under it, the line alone. */
export function Branch({ line, size: { within }, open, children }: BranchProps) {
  if (within === 0)
    return (
      <>
        <p className={styles.line}>{line}</p>
        {children}
      </>
    );
  return (
    <details className={styles.branch} open={open}>
      <summary className={styles.line}>
        {line} <span className={styles.within}>{within} within</span>
      </summary>
      {children}
    </details>
  );
}
