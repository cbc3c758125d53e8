import type { Route } from "next";
import Link from "next/link";
import styles from "./facet-list.module.css";
import type { Facet } from "./find-products.ts";

interface FacetListProps {
  title: string;
  /** Of the way back. */
  all: string;
  facets: readonly Facet[];
  /** The value that the search is narrowed to. */
  chosen: string | undefined;
  /** The search with another value, or with none. */
  pathFor: (value: string | undefined) => Route;
}

/** The ways to narrow a search by one field, and the way back. */
export function FacetList({ title, all, facets, chosen, pathFor }: FacetListProps) {
  if (facets.length === 0 && chosen === undefined) return null;
  return (
    <nav aria-label={title} className={styles.facets}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {chosen !== undefined && (
          <li>
            <Link href={pathFor(undefined)} className={styles.facet}>
              {all}
            </Link>
          </li>
        )}
        {facets.map(({ value, label, count }) => (
          <li key={value}>
            <Link
              href={pathFor(value)}
              className={styles.facet}
              aria-current={value === chosen ? "true" : undefined}
            >
              {label}
              <span className={styles.count}>{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
