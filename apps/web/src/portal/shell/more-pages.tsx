"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { askedFor } from "#src/missing/sections.ts";
import { Icon } from "./icon.tsx";
import styles from "./portal-nav.module.css";
import { currentAt, type PortalPage } from "./portal-pages.ts";

interface MorePagesProps {
  /** What stands beside it in the bar. */
  atHand: readonly PortalPage["href"][];
  children: ReactNode;
}

/** What a phone has no room for; it opens without scripts too, and closes when a page is chosen. */
export function MorePages({ atHand, children }: MorePagesProps) {
  const path = askedFor(usePathname());
  // The page that is open is in here where it is not beside it.
  const isHere = !atHand.some((href) => currentAt(path, href));
  return (
    <details key={path} className={styles.more} data-here={isHere || undefined}>
      <summary className={`${styles.link} ${styles.bar}`}>
        <Icon name="more" className={styles.icon} />
        <span className={styles.label}>More</span>
      </summary>
      <div className={styles.opened}>{children}</div>
    </details>
  );
}
