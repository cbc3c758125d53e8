import type { ReactNode } from "react";
import styles from "./product-grid.module.css";

interface ProductGridProps {
  /** A `row` is one to swipe through on a phone, for a page of many grids. */
  as?: "grid" | "row";
  children: ReactNode;
}

/** Product cards side by side, as many as fit. */
export function ProductGrid({ as = "grid", children }: ProductGridProps) {
  return (
    <ul className={styles.products} data-as={as}>
      {children}
    </ul>
  );
}
