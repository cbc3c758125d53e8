import styles from "../operations.module.css";
import { ScrollTable } from "../scroll-table.tsx";
import { When } from "../when.tsx";
import { type AnalyticsSpanName, analyticsCsvPath, analyticsSpans, spanUntil } from "./analytics-view.ts";
import { chartOf } from "./chart.ts";
import type { Figure } from "./figures.ts";

interface FigureCardProps {
  figure: Figure;
  span: AnalyticsSpanName;
}

/** A chart, the table behind it, and the way to have it as a file. */
export function FigureCard({ figure, span }: FigureCardProps) {
  const { name, title, by, rows } = figure;
  const chart = () => chartOf(figure, analyticsSpans[span].bucket, spanUntil(span, Date.now()));
  return (
    <section className="card" aria-labelledby={name} data-figure={name}>
      <h2 id={name}>{title}</h2>
      {rows.length === 0 && <p>Nothing was counted in this time.</p>}
      {by === "words" && (
        <p className="muted">Words that were searched for in three visits or more, in small letters.</p>
      )}
      {rows.length > 0 && by === "words" && <FigureTable figure={figure} />}
      {rows.length > 0 && by !== "words" && (
        <>
          <div
            className={styles.chart}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: Plot's image of our own words and numbers.
            dangerouslySetInnerHTML={{ __html: chart() }}
          />
          <details className={styles.discard}>
            <summary>Its numbers</summary>
            <FigureTable figure={figure} />
          </details>
        </>
      )}
      {rows.length > 0 && (
        <p>
          <a href={analyticsCsvPath(span, name)} download>
            {title} as CSV
          </a>
        </p>
      )}
    </section>
  );
}

function FigureTable({ figure: { title, by, columns, rows } }: { figure: Figure }) {
  return (
    <ScrollTable label={`${title}, its numbers`} columns={columns}>
      {rows.map(({ of, values }) => (
        <tr key={of}>
          <td>{by === "time" ? <When at={of} /> : of}</td>
          {columns.slice(1).map((column, index) => (
            <td key={column} className={styles.figures}>
              {values[index]}
            </td>
          ))}
        </tr>
      ))}
    </ScrollTable>
  );
}
