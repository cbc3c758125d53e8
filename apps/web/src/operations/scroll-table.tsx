import type { ReactNode } from "react";
import styles from "./operations.module.css";
import { ScrollRegion } from "./scroll-region.tsx";

interface ScrollTableProps {
  /** What is in it. */
  label: string;
  columns: readonly string[];
  /** Whether a row stands as a block on a phone, each cell below the one before. */
  blocks?: boolean;
  children: ReactNode;
}

/** A table that scrolls where it is wider than the screen. */
export function ScrollTable({ label, columns, blocks = false, children }: ScrollTableProps) {
  return (
    <ScrollRegion label={label}>
      <table className={blocks ? `${styles.table} ${styles.blocks}` : styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  );
}
