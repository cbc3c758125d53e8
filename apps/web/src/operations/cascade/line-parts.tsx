import type { ReactNode } from "react";
import { formatMoment } from "../../format.ts";
import { formatDuration } from "../workflow-view.ts";
import styles from "./cascade.module.css";

interface AfterProps {
  at: string | undefined;
  began: string;
  until?: string | undefined;
}

/** How long after the beginning, and for how long; the exact moment shows when pointed at. */
export function After({ at, began, until }: AfterProps) {
  if (at === undefined) return null;
  const after = Math.max(0, Date.parse(at) - Date.parse(began));
  return (
    <span className={styles.after}>
      <time dateTime={at} title={formatMoment(at)}>
        +{formatDuration(after)}
      </time>
      {until !== undefined && `, took ${formatDuration(Math.max(0, Date.parse(until) - Date.parse(at)))}`}
    </span>
  );
}

interface ValuesProps {
  title: string;
  value: unknown;
  children?: ReactNode;
}

/** What something holds or gave, behind its title. */
export function Values({ title, value, children }: ValuesProps) {
  if (value === undefined || value === null)
    return children ? <p className={styles.ids}>{children}</p> : null;
  return (
    <details className={styles.values}>
      <summary>{title}</summary>
      {children && <p className={styles.ids}>{children}</p>}
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
