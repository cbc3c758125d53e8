import { mohallaMart, operations } from "../../stores.ts";
import { type AnalyticsSpanName, spanUntil } from "./analytics-view.ts";
import { type Figure, figuresOf } from "./figures.ts";

/** What the aggregates say of a span that ends now. */
export async function analyse(span: AnalyticsSpanName): Promise<Figure[]> {
  const { bucket, ...between } = spanUntil(span, Date.now());
  const { analytics } = mohallaMart();
  const [buckets, summary, emptySearches, deliveries] = await Promise.all([
    analytics.buckets({ bucket, ...between }),
    analytics.summary(between),
    analytics.emptySearches(between),
    operations().deliveries.perChannel(between),
  ]);
  return figuresOf({ buckets, summary, emptySearches, deliveries });
}
