import { useId } from "preact/hooks";
import { barsOf, linePath, niceCeiling, type Value } from "../model/chart.ts";

export interface Series {
  name: string;
  kind: "bar" | "line";
  /** Names the colour; two series of a chart also differ in their shape. */
  tone: "main" | "bad" | "second";
  values: readonly Value[];
}

interface ChartProps {
  title: string;
  series: readonly Series[];
  /** What stands at each place, for the table. */
  places: readonly string[];
  format: (value: number) => string;
}

const frame = { width: 600, height: 120 };

/** Bars and lines over time, and the same as a table for those who do not see them or want the figures. */
export function Chart({ title, series, places, format }: ChartProps) {
  const titleId = useId();
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const top = niceCeiling(highest);
  const isEmpty = series.every(({ kind, values }) =>
    values.every((value) => value === undefined || (kind === "bar" && value === 0)),
  );
  return (
    <figure class="chart" aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{title}</h2>
        {series.length > 1 && (
          <span class="legend">
            {series.map(({ name, kind, tone }) => (
              <span key={name} class={`key ${kind} ${tone}`}>
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <div class="chart-area">
        <span class="chart-top">{format(top)}</span>
        <svg
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}, highest ${format(highest)}`}
        >
          {series.map((one) => (
            <Shape key={one.name} series={one} top={top} />
          ))}
        </svg>
        {isEmpty && <span class="chart-empty">nothing in this time</span>}
      </div>
      <div class="chart-feet" aria-hidden="true">
        <span>{places[0]}</span>
        <span>{places.at(-1)}</span>
      </div>
      <details>
        <summary>Figures</summary>
        <FigureTable series={series} places={places} format={format} title={title} />
      </details>
    </figure>
  );
}

function Shape({ series: { kind, tone, values }, top }: { series: Series; top: number }) {
  if (kind === "line") return <path class={`line ${tone}`} d={linePath(values, top, frame)} />;
  return (
    <g class={`bars ${tone}`}>
      {barsOf(
        values.map((value) => value ?? 0),
        top,
        frame,
      ).map((bar) => (
        <rect key={bar.x} {...bar} />
      ))}
    </g>
  );
}

function FigureTable({ title, series, places, format }: ChartProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable with the keyboard
    <section class="figures" tabIndex={0} aria-label={`${title}, figures`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Until</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place, position) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              {series.map(({ name, values }) => {
                const value = values[position];
                return <td key={name}>{value === undefined ? "–" : format(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
