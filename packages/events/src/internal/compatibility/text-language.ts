import { CharSet, type NFA } from "refa";
import { complementOf, intersectionOf, languageOf, type TextPattern, withinLimits } from "./text-pattern.ts";
import { Unproved } from "./unproved.ts";

/** Lengths in characters (code points), as zod counts them. */
export interface Lengths {
  min: number;
  max: number;
}

/** Steps of one search for a text, beyond which it is given up. */
const MAX_STEPS = 400_000;

let storable: NFA | undefined;

/** What an event may carry: no NUL and no half of a character. */
function storableTexts(): NFA {
  storable ??= languageOf({
    source: String.raw`^(?:[\x01-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])*$`,
    flags: "",
  });
  return storable;
}

/** @throws Unproved */
export function languageOfAll(patterns: readonly TextPattern[]): NFA {
  return withinLimits(patterns.map(({ source }) => source).join(" and "), () =>
    patterns.map(languageOf).reduce(intersectionOf, storableTexts()),
  );
}

/**
 * A text that all of the patterns accept and the other refuses, of one of the lengths; undefined proves that there is none.
 * @throws Unproved
 */
export function textOutside(
  patterns: readonly TextPattern[],
  other: TextPattern,
  lengths: Lengths,
): string | undefined {
  const left = withinLimits(other.source, () =>
    intersectionOf(languageOfAll(patterns), complementOf(languageOf(other))),
  );
  return textOf(left, lengths);
}

interface Trail {
  node: NFA.ReadonlyNode;
  unit: number;
  before: Trail | undefined;
}

/**
 * A shortest text of a language whose length lies within limits; undefined where there is none.
 * @throws Unproved where the search is too long
 */
export function textOf(language: NFA, { min, max }: Lengths): string | undefined {
  let steps = 0;
  let level = closed(new Map([[language.initial as NFA.ReadonlyNode, undefined]]));
  const seen = new Set<NFA.ReadonlyNode>();
  for (let length = 0; length <= max && level.size > 0; length++) {
    if (length >= min) {
      for (const [node, trail] of level) if (language.finals.has(node as NFA.Node)) return spelled(trail);
      for (const node of level.keys()) {
        if (seen.has(node)) level.delete(node);
        seen.add(node);
      }
    }
    steps += level.size + 1;
    if (steps > MAX_STEPS)
      throw new Unproved("no text of the lengths in question was found in the time allowed");
    level = closed(next(level));
  }
  return undefined;
}

const lowHalves = CharSet.fromRange(0xffff, { min: 0xdc00, max: 0xdfff });

type Level = Map<NFA.ReadonlyNode, Trail | undefined>;

function next(level: Level): Level {
  const after: Level = new Map();
  for (const [node, trail] of level) {
    for (const [to, characters] of node.out) {
      const unit = preferred(characters.without(lowHalves));
      if (unit !== undefined && !after.has(to)) after.set(to, { node: to, unit, before: trail });
    }
  }
  return after;
}

/** The second half of a character is no length of its own. */
function closed(level: Level): Level {
  for (const [node, trail] of level) {
    for (const [to, characters] of node.out) {
      const unit = preferred(characters.intersect(lowHalves));
      if (unit !== undefined && !level.has(to)) level.set(to, { node: to, unit, before: trail });
    }
  }
  return level;
}

const likely = ["0", "a", "A", " ", "-"].map((text) => text.charCodeAt(0));

function preferred(characters: CharSet): number | undefined {
  const readable = likely.find((unit) => characters.has(unit));
  if (readable !== undefined) return readable;
  const printable = characters.ranges.find(({ max }) => max > 0x20);
  return printable ? Math.max(printable.min, Math.min(0x21, printable.max)) : characters.ranges[0]?.min;
}

function spelled(trail: Trail | undefined): string {
  const units: number[] = [];
  for (let at = trail; at; at = at.before) units.unshift(at.unit);
  return units.map((unit) => String.fromCharCode(unit)).join("");
}

/** Texts of all the patterns: the shortest, the next longer, and one as long as allowed. */
export function textsOf(patterns: readonly TextPattern[], { min, max }: Lengths): string[] {
  const language = patterns.length === 0 ? storableTexts() : languageOfAll(patterns);
  const texts = new Set<string>();
  const add = (lengths: Lengths) => {
    const text = textOf(language, lengths);
    if (text !== undefined) texts.add(text);
    return text;
  };
  const shortest = add({ min, max });
  if (shortest === undefined) return [];
  for (let longer = 1, length = [...shortest].length; longer <= 3 && length < max; longer++) {
    const text = add({ min: length + 1, max });
    if (text === undefined) break;
    length = [...text].length;
  }
  if (max <= 10_000) add({ min: max, max });
  return [...texts];
}
