"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./operations.module.css";

const pages = [
  { href: "/operations", label: "Overview" },
  { href: "/operations/dead-letters", label: "Failed runs" },
  { href: "/operations/analytics", label: "Analytics" },
  { href: "/operations/workflows", label: "Workflows" },
  { href: "/operations/deliveries", label: "Messages" },
  { href: "/operations/cascade", label: "What followed" },
  { href: "/operations/payments", label: "Payments" },
  { href: "/operations/messages-in-doubt", label: "In doubt" },
  { href: "/operations/suppressed-addresses", label: "Suppressed" },
] as const;

export function OperationsNav() {
  const path = usePathname();
  return (
    <nav aria-label="Operations" className={styles.nav}>
      {pages.map(({ href, label }) => {
        const current = isAt(path, href);
        return (
          <Link
            key={href}
            href={href}
            ref={current ? bringIntoRow : null}
            aria-current={current ? "page" : undefined}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}

/** On a phone the row is longer than the screen. */
function bringIntoRow(link: HTMLElement | null): void {
  if (link?.parentElement) link.parentElement.scrollLeft = link.offsetLeft - 16;
}

/** Whether a page or one below it is open; the overview has none below it. */
function isAt(path: string, href: string): boolean {
  return path === href || (href !== "/operations" && path.startsWith(`${href}/`));
}
