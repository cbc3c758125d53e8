/** Where things stand in a chart: x and y from 0 at the left and top to `width` and `height`. */
export interface Frame {
  width: number;
  height: number;
}

/** A point, or undefined where there is no value: a line is broken there. */
export type Value = number | undefined;

/** The smallest of 1, 2 and 5 times a power of ten that is not below the value; 1 for none. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** An SVG path through the values, each in the middle of its stretch. A value with no neighbour is a short dash. */
export function linePath(values: readonly Value[], top: number, { width, height }: Frame): string {
  const step = width / Math.max(1, values.length);
  const parts: string[] = [];
  for (const [place, value] of values.entries()) {
    if (value === undefined) continue;
    const x = (place + 0.5) * step;
    const y = height - (Math.min(value, top) / top) * height;
    const isAlone = values[place - 1] === undefined && values[place + 1] === undefined;
    if (isAlone) parts.push(`M${round(x - step / 3)} ${round(y)}H${round(x + step / 3)}`);
    else parts.push(`${values[place - 1] === undefined ? "M" : "L"}${round(x)} ${round(y)}`);
  }
  return parts.join("");
}

interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A bar for each value above 0; a small one is still to be seen. */
export function barsOf(values: readonly number[], top: number, { width, height }: Frame): Bar[] {
  const step = width / Math.max(1, values.length);
  return values.flatMap((value, place) => {
    if (value <= 0) return [];
    const size = Math.max(1.5, (Math.min(value, top) / top) * height);
    return [
      {
        x: round(place * step + step * 0.1),
        y: round(height - size),
        width: round(step * 0.8),
        height: round(size),
      },
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
