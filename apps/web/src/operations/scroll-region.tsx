import type { ReactNode } from "react";
import styles from "./operations.module.css";

interface ScrollRegionProps {
  /** What is in it, as its table's caption would say. */
  label: string;
  children: ReactNode;
}

/** What may be wider than the screen scrolls by itself, by keyboard as well. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
