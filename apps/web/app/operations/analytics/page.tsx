import type { Metadata } from "next";
import Link from "next/link";
import { analyse } from "#src/operations/analytics/analyse.ts";
import {
  type AnalyticsSpanName,
  analyticsPath,
  analyticsSpans,
  readAnalyticsSpan,
} from "#src/operations/analytics/analytics-view.ts";
import { FigureCard } from "#src/operations/analytics/figure-card.tsx";
import styles from "#src/operations/operations.module.css";
import { requireRole } from "#src/session/current-person.ts";

export const metadata: Metadata = { title: "Analytics" };

const names: readonly AnalyticsSpanName[] = ["day", "week", "month"];

export default async function AnalyticsPage({ searchParams }: PageProps<"/operations/analytics">) {
  await requireRole("admin");
  const span = readAnalyticsSpan((await searchParams).span);
  const figures = await analyse(span);
  return (
    <div className="page">
      <h1>Analytics</h1>
      <nav aria-label="Time" className={styles.spans}>
        {names.map((name) => (
          <Link key={name} href={analyticsPath(name)} aria-current={name === span ? "page" : undefined}>
            {analyticsSpans[name].label}
          </Link>
        ))}
      </nav>
      <p>
        Hours and days are India&rsquo;s (IST), the one that runs now among them. A visit counts where it
        began, a cancellation where it happened.
      </p>
      <div className={styles.charts}>
        {figures.map((figure) => (
          <FigureCard key={figure.name} figure={figure} span={span} />
        ))}
      </div>
    </div>
  );
}
