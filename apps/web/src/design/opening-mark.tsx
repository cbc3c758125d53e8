"use client";

import { useLinkStatus } from "next/link";
import styles from "./opening-mark.module.css";

/**
 * Inside a link: a line at the top of the screen while its page is on the way, in place of a `loading.tsx`. That would
 * have pages answer 200 before they know that they lead to the sign-in page, or that there is nothing to show.
 */
export function OpeningMark() {
  const { pending } = useLinkStatus();
  return <span className={styles.mark} data-pending={pending || undefined} aria-hidden="true" />;
}
