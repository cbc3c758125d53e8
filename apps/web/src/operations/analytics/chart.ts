import * as Plot from "@observablehq/plot";
import type { Bucket } from "@org/stores/mohallamart/port";
import { parseHTML } from "linkedom";
import { shownInIndia } from "./analytics-view.ts";
import type { Figure } from "./figures.ts";

/** As wide as a phone, so that its letters are as large there as they were set. */
const size = { width: 400, height: 200 } as const;
const fill = "var(--link)";

/** A figure's first column as an SVG image; it holds our own words and numbers alone. */
export function chartOf(figure: Figure, bucket: Bucket): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const drawn = figure.by === "time" ? overTime(figure, bucket, document) : byThing(figure, document);
  // Its own style sheet is no part of the page's policy; the page has one for all charts.
  drawn.querySelector("style")?.remove();
  drawn.setAttribute("font-size", "12");
  drawn.setAttribute("aria-hidden", "true");
  return drawn.outerHTML;
}

function overTime({ rows, columns }: Figure, bucket: Bucket, document: Document) {
  const points = rows.map(({ of, values: [value = 0] }) => ({ at: shownInIndia(of), value }));
  return Plot.plot({
    ...{ ...size, document, marginLeft: 52 },
    x: { label: null, type: "utc" },
    y: { label: columns[1], grid: true, tickFormat: "~s", ticks: 5 },
    marks: [Plot.rectY(points, { x: "at", y: "value", interval: bucket, fill }), Plot.ruleY([0])],
  });
}

function byThing({ rows, columns }: Figure, document: Document) {
  const bars = rows.map(({ of, values: [value = 0] }) => ({ of, value }));
  return Plot.plot({
    ...{ ...size, document, marginLeft: 96 },
    x: { label: columns[1], grid: true, tickFormat: "~s", ticks: 5 },
    y: { label: null },
    marks: [Plot.barX(bars, { x: "value", y: "of", sort: { y: null }, fill }), Plot.ruleX([0])],
  });
}
