import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./site-frame.module.css";

interface SiteFrameProps {
  product: "mohallamart" | "ten-ocean";
  name: string;
  tagline: string;
  home: "/" | "/ten-ocean" | "/operations";
  /** What its pages are written in, where that is not the document's. */
  lang?: string;
  /** At the right of the sign. */
  aside?: ReactNode;
  /** Below the sign, at the top of the screen with it. */
  nav?: ReactNode;
  /** At the bottom of the screen, on phones. */
  bar?: ReactNode;
  footer: ReactNode;
  children: ReactNode;
}

/** The painted sign over a product's pages, and what stands below them. */
export function SiteFrame(props: SiteFrameProps) {
  const { product, name, tagline, home, lang, aside, nav, bar, footer, children } = props;
  return (
    <div className={styles.frame} data-product={product} data-bar={bar ? "" : undefined} lang={lang}>
      <header className={styles.header}>
        <div className={styles.sign}>
          <Link href={home} className={styles.brand}>
            <span className={styles.name}>{name}</span>
            <span className={styles.tagline}>{tagline}</span>
          </Link>
          <div className={styles.aside}>{aside}</div>
        </div>
        {nav}
        <div className={styles.edge} />
      </header>
      {bar}
      <main id="content">{children}</main>
      <footer className={styles.footer}>
        <div className={styles.footerText}>{footer}</div>
      </footer>
    </div>
  );
}
