import type { Route } from "next";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import styles from "./home.module.css";

interface HomeCardProps {
  title: string;
  /** Where there is more of it. */
  more: { href: Route; label: string };
  /** What to read where there is nothing. */
  empty: string;
  /** List items. */
  children: readonly ReactNode[];
}

/** One matter on the home page, with its latest items. */
export function HomeCard({ title, more, empty, children }: HomeCardProps) {
  const id = useId();
  return (
    <section className={`card ${styles.card}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children.length > 0 ? (
        <ul className={styles.items}>{children}</ul>
      ) : (
        <p className={`muted ${styles.empty}`}>{empty}</p>
      )}
      <p className={styles.more}>
        <Link href={more.href} prefetch={false}>
          {more.label}
        </Link>
      </p>
    </section>
  );
}

interface HomeItemProps<Path extends string> {
  href: Route<Path>;
  title: string;
  /** When it is, where, who: beside the title in small print. */
  facts: readonly string[];
  /** What it is to the reader. */
  mark?: { text: string; tone: "good" | "warn" | "bad" | "plain" };
  children?: ReactNode;
}

export function HomeItem<Path extends string>(props: HomeItemProps<Path>) {
  const { href, title, facts, mark, children } = props;
  return (
    <li className={styles.item}>
      <Link href={href} prefetch={false} className={styles.title}>
        {title}
      </Link>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      {mark && (
        <p className={styles.mark} data-tone={mark.tone}>
          {mark.text}
        </p>
      )}
      {children}
    </li>
  );
}
