import * as Plot from "@observablehq/plot";
import type { Bucket } from "@org/stores/mohallamart/port";
import { parseHTML } from "linkedom";
import { shownInIndia } from "./analytics-view.ts";
import type { Figure } from "./figures.ts";

/** As wide as a phone, so that its letters are as large there as they were set. */
const size = { width: 400, height: 200 } as const;
const fill = "var(--link)";

interface Within {
  /** ISO 8601. */
  from: string;
  to: string;
}

/** A figure's first column as an SVG image over the whole span; it holds our own words and numbers alone. */
export function chartOf(figure: Figure, bucket: Bucket, within: Within): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const drawn =
    figure.by === "time" ? overTime(figure, { bucket, within, document }) : byThing(figure, document);
  // Its own style sheet is no part of the page's policy; the page has one for all charts.
  drawn.querySelector("style")?.remove();
  drawn.setAttribute("font-size", "12");
  drawn.setAttribute("aria-hidden", "true");
  return drawn.outerHTML;
}

interface Drawing {
  bucket: Bucket;
  within: Within;
  document: Document;
}

/** From nothing, also where nothing happened at all. */
const upTo = (values: readonly number[]): [number, number] => [0, Math.max(1, ...values)];

function overTime({ rows, columns }: Figure, { bucket, within, document }: Drawing) {
  const points = rows.map(({ of, values: [value = 0] }) => ({ at: shownInIndia(of), value }));
  return Plot.plot({
    ...{ ...size, document, marginLeft: 52 },
    x: { label: null, type: "utc", domain: [shownInIndia(within.from), shownInIndia(within.to)] },
    y: {
      label: columns[1],
      domain: upTo(points.map(({ value }) => value)),
      grid: true,
      tickFormat: "~s",
      ticks: 5,
    },
    marks: [Plot.rectY(points, { x: "at", y: "value", interval: bucket, fill }), Plot.ruleY([0])],
  });
}

function byThing({ rows, columns }: Figure, document: Document) {
  const bars = rows.map(({ of, values: [value = 0] }) => ({ of, value }));
  return Plot.plot({
    ...{ ...size, document, marginLeft: 96 },
    x: {
      label: columns[1],
      domain: upTo(bars.map(({ value }) => value)),
      grid: true,
      tickFormat: "~s",
      ticks: 5,
    },
    y: { label: null },
    marks: [Plot.barX(bars, { x: "value", y: "of", sort: { y: null }, fill }), Plot.ruleX([0])],
  });
}
