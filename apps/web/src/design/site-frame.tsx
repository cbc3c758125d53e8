import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./site-frame.module.css";

interface SiteFrameProps {
  product: "mohallamart" | "ten-ocean";
  name: string;
  tagline: string;
  home: "/" | "/ten-ocean" | "/operations";
  /** At the right of the sign. */
  aside?: ReactNode;
  footer: ReactNode;
  children: ReactNode;
}

/** The painted sign over a product's pages, and what stands below them. */
export function SiteFrame({ product, name, tagline, home, aside, footer, children }: SiteFrameProps) {
  return (
    <div className={styles.frame} data-product={product}>
      <header className={styles.header}>
        <div className={styles.sign}>
          <Link href={home} className={styles.brand}>
            <span className={styles.name}>{name}</span>
            <span className={styles.tagline}>{tagline}</span>
          </Link>
          <div className={styles.aside}>{aside}</div>
        </div>
        <div className={styles.edge} />
      </header>
      <main id="content">{children}</main>
      <footer className={styles.footer}>
        <div className={styles.footerText}>{footer}</div>
      </footer>
    </div>
  );
}
