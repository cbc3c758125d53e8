import * as Plot from "@observablehq/plot";
import type { Bucket } from "@org/stores/mohallamart/port";
import { parseHTML } from "linkedom";
import { shownInIndia } from "./analytics-view.ts";
import type { Figure } from "./figures.ts";

/** As wide as a phone, so that its letters are as large there as they were set. */
const size = { width: 400, height: 200 } as const;
const fill = "var(--link)";
const inShort = new Intl.NumberFormat("en-IN", { notation: "compact" });

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

/** From nothing, also where nothing happened at all, with some five marks at whole numbers: there is no half of an order. */
function axisOf(values: readonly number[]) {
  const most = Math.max(1, ...values);
  const least = Math.max(1, most / 5);
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((each) => each * magnitude).find((each) => each >= least) ?? least;
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step);
  return { domain: [0, most], ticks, grid: true, tickFormat: (tick: number) => inShort.format(tick) };
}

function overTime({ rows, columns }: Figure, { bucket, within, document }: Drawing) {
  const points = rows.map(({ of, values: [value = 0] }) => ({ at: shownInIndia(of), value }));
  return Plot.plot({
    ...{ ...size, document, marginLeft: 52 },
    x: { label: null, type: "utc", domain: [shownInIndia(within.from), shownInIndia(within.to)] },
    y: {
      label: columns[1],
      ...axisOf(points.map(({ value }) => value)),
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
      ...axisOf(bars.map(({ value }) => value)),
    },
    y: { label: null },
    marks: [Plot.barX(bars, { x: "value", y: "of", sort: { y: null }, fill }), Plot.ruleX([0])],
  });
}
