"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import styles from "./portal-nav.module.css";

/** What a phone has no room for; it opens without scripts too, and closes when a page is chosen. */
export function MorePages({ children }: { children: ReactNode }) {
  const path = usePathname();
  return (
    <details key={path} className={styles.more}>
      <summary className={`${styles.link} ${styles.bar}`}>
        <Icon name="more" className={styles.icon} />
        <span className={styles.label}>More</span>
      </summary>
      <div className={styles.opened}>{children}</div>
    </details>
  );
}
