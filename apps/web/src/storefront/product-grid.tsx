import type { ReactNode } from "react";
import styles from "./product-grid.module.css";

/** Product cards side by side, as many as fit. */
export function ProductGrid({ children }: { children: ReactNode }) {
  return <ul className={styles.products}>{children}</ul>;
}
