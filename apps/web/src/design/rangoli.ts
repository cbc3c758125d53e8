import { markColours } from "./mark-colours.ts";

/** A kolam-like figure: rings of one shape, repeated around the middle of a square of 100 by 100. */
export interface Rangoli {
  /** Of what is behind the rings. */
  wash: string;
  /** From the outer one to the inner one. */
  rings: Ring[];
}

interface Ring {
  /** SVG path of all petals of the ring. */
  path: string;
  /** As CSS has it. */
  colour: string;
}

/** A petal that points up from the middle, with the room it has: distances from the middle, and its width. */
type Shape = (inner: number, outer: number, width: number) => Segment[];

interface Segment {
  /** The path command with what stands before its points, as `L` or `A5 5 0 0 1`. */
  command: string;
  /** Relative to the middle; y points up. */
  points: [x: number, y: number][];
}

const folds = [6, 8, 10, 12];
const shapes: Shape[] = [leaf, drop, diamond, dot];

/** The figure of a product: its name gives the petals and their colours; the same name, the same figure. */
export function rangoli(name: string): Rangoli {
  const random = randomFrom(name);
  const fold = pick(folds, random());
  const { wash, petals } = markColours(name, (hash(name) % 997) / 997);
  const [first, second, third] = petals;
  const outer = ring(fold, { from: 24, to: 47, half: false, colour: first, random });
  const middle = ring(fold, { from: 12, to: 32, half: true, colour: second, random });
  const inner = ring(fold / 2, { from: 2, to: 15, half: false, colour: third, random });
  return { wash, rings: [outer, middle, inner] };
}

interface RingOptions {
  from: number;
  to: number;
  /** Turned by half a petal, so that it fills the gaps of the ring around it. */
  half: boolean;
  colour: string;
  random: () => number;
}

function ring(fold: number, { from, to, half, colour, random }: RingOptions): Ring {
  const room = (Math.PI * (from + to)) / 2 / fold;
  const width = Math.min(room * (0.7 + random() * 0.3), 13);
  const petal = pick(shapes, random())(from, to, width);
  const turns = Array.from({ length: fold }, (_, index) => ((index + (half ? 0.5 : 0)) * 2 * Math.PI) / fold);
  return { path: turns.map((turn) => draw(petal, turn)).join(""), colour };
}

function leaf(inner: number, outer: number, width: number): Segment[] {
  const middle = (inner + outer) / 2;
  return [
    { command: "M", points: [[0, inner]] },
    {
      command: "Q",
      points: [
        [-width, middle],
        [0, outer],
      ],
    },
    {
      command: "Q",
      points: [
        [width, middle],
        [0, inner],
      ],
    },
  ];
}

function drop(inner: number, outer: number, width: number): Segment[] {
  const radius = Math.min(width * 0.6, (outer - inner) / 2);
  const shoulder = outer - radius;
  return [
    { command: "M", points: [[0, inner]] },
    { command: "L", points: [[-radius, shoulder]] },
    { command: arc(radius), points: [[radius, shoulder]] },
  ];
}

function diamond(inner: number, outer: number, width: number): Segment[] {
  const middle = (inner + outer) / 2;
  const half = width * 0.6;
  return [
    { command: "M", points: [[0, inner]] },
    { command: "L", points: [[-half, middle]] },
    { command: "L", points: [[0, outer]] },
    { command: "L", points: [[half, middle]] },
  ];
}

function dot(inner: number, outer: number, width: number): Segment[] {
  const radius = Math.min(width * 0.55, (outer - inner) / 2);
  const middle = (inner + outer) / 2;
  return [
    { command: "M", points: [[0, middle - radius]] },
    { command: arc(radius), points: [[0, middle + radius]] },
    { command: arc(radius), points: [[0, middle - radius]] },
  ];
}

function arc(radius: number): string {
  return `A${round(radius)} ${round(radius)} 0 0 1 `;
}

/** One petal, turned clockwise by that many radians around the middle of the square. */
function draw(petal: readonly Segment[], turn: number): string {
  const [sine, cosine] = [Math.sin(turn), Math.cos(turn)];
  const segments = petal.map(({ command, points }) => {
    const turned = points.map(([x, y]) => [50 + x * cosine + y * sine, 50 + x * sine - y * cosine]);
    return command + turned.map((point) => point.map(round).join(" ")).join(" ");
  });
  return `${segments.join("")}Z`;
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

function pick<Value>(values: readonly Value[], fraction: number): Value {
  const value = values[Math.floor(fraction * values.length)];
  if (value === undefined) throw new RangeError(`Nothing to pick: ${fraction} of ${values.length} values.`);
  return value;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
