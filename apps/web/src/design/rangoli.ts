/** A kolam-like figure: rings of one shape, repeated around the middle of a square of 100 by 100. */
export interface Rangoli {
  /** Degrees on the colour wheel, from the category. */
  hue: number;
  rings: Ring[];
}

export interface Ring {
  /** SVG path of one petal that points up from the middle (50, 50). */
  path: string;
  /** Degrees by which each petal is turned. */
  turns: number[];
  /** Added to the figure's hue. */
  hueShift: number;
}

const folds = [6, 8, 10, 12];
const shapes: ((inner: number, outer: number, width: number) => string)[] = [leaf, drop, diamond, dot];

/** The figure of a product: its category gives the colour and its name the petals; the same names, the same figure. */
export function rangoli(category: string, name: string): Rangoli {
  const random = randomFrom(name);
  const fold = pick(folds, random());
  const outer = ring(fold, { from: 27, to: 45, half: false, hueShift: 0, random });
  const middle = ring(fold, { from: 14, to: 30, half: true, hueShift: 38, random });
  const inner = ring(fold / 2, { from: 2, to: 14, half: false, hueShift: 180, random });
  return { hue: hash(category) % 360, rings: [outer, middle, inner] };
}

interface RingOptions {
  from: number;
  to: number;
  /** Turned by half a petal, so that it fills the gaps of the ring around it. */
  half: boolean;
  hueShift: number;
  random: () => number;
}

function ring(fold: number, { from, to, half, hueShift, random }: RingOptions): Ring {
  const room = (Math.PI * (from + to)) / 2 / fold;
  const width = Math.min(room * (0.6 + random() * 0.35), 9);
  const step = 360 / fold;
  return {
    path: pick(shapes, random())(from, to, width),
    turns: Array.from({ length: fold }, (_, index) => round((index + (half ? 0.5 : 0)) * step)),
    hueShift,
  };
}

function leaf(inner: number, outer: number, width: number): string {
  const bottom = 50 - inner;
  const top = 50 - outer;
  const middle = (bottom + top) / 2;
  return `M50 ${bottom}Q${round(50 - width)} ${middle} 50 ${top}Q${round(50 + width)} ${middle} 50 ${bottom}Z`;
}

function drop(inner: number, outer: number, width: number): string {
  const radius = round(Math.min(width * 0.6, (outer - inner) / 2));
  const shoulder = round(50 - outer + radius);
  return `M50 ${50 - inner}L${50 - radius} ${shoulder}A${radius} ${radius} 0 0 1 ${50 + radius} ${shoulder}Z`;
}

function diamond(inner: number, outer: number, width: number): string {
  const shoulder = round(50 - (inner + outer) / 2);
  const half = round(width * 0.6);
  return `M50 ${50 - inner}L${50 - half} ${shoulder}L50 ${50 - outer}L${50 + half} ${shoulder}Z`;
}

function dot(inner: number, outer: number, width: number): string {
  const radius = round(Math.min(width * 0.55, (outer - inner) / 2));
  const middle = (inner + outer) / 2;
  return `M50 ${round(50 - middle - radius)}a${radius} ${radius} 0 1 1 0 ${2 * radius}a${radius} ${radius} 0 1 1 0 ${-2 * radius}Z`;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}

/** Numbers from 0 to below 1 that are always the same for one text (mulberry32). */
function randomFrom(text: string): () => number {
  let state = hash(text);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[], fraction: number): Value {
  const value = values[Math.floor(fraction * values.length)];
  if (value === undefined) throw new RangeError(`Nothing to pick: ${fraction} of ${values.length} values.`);
  return value;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
